import Link from 'next/link';
import type { ReactNode } from 'react';
import { Wordmark, type WordmarkProps } from '@/components/site/wordmark';
import { languageCodes, languages, type Language } from '@/lib/words/languages';
import { PageLanguage } from './page-language';

type JoinFrameProps = {
  language: Language;
  languageLabel: string;
  /** The company's. */
  wordmark: WordmarkProps;
  /** What the way home is called while a call is on; not where there can be none. */
  newTabLabel?: string;
  /** What the personal link carries that led here. */
  invitation?: string | null;
  children: ReactNode;
};

/** The invitation's own quiet page: nothing on it but the way home, the meeting, and the choice of language. */
export function JoinFrame({
  language,
  languageLabel,
  wordmark,
  newTabLabel,
  invitation = null,
  children,
}: JoinFrameProps) {
  return (
    <div className="group/page flex min-h-dvh flex-col px-(--safe-x)">
      <PageLanguage language={language} />
      <header className="px-5 pt-[max(1rem,env(safe-area-inset-top))] pb-4 sm:px-8">
        <span className="group-has-data-in-call/page:hidden">
          <Wordmark {...wordmark} />
        </span>
        {/* One press must not hang up. */}
        {newTabLabel && (
          <span className="hidden group-has-data-in-call/page:inline">
            <Wordmark {...wordmark} newTabLabel={newTabLabel} />
          </span>
        )}
      </header>
      <main className="flex flex-1 flex-col items-center justify-center sm:px-6 sm:pb-6">{children}</main>
      {/* Out of the way in a call, where every line counts. */}
      <footer className="px-5 pb-[max(0.75rem,env(safe-area-inset-bottom))] group-has-data-in-call/page:hidden">
        <LanguageChoice language={language} label={languageLabel} invitation={invitation} />
      </footer>
    </div>
  );
}

type LanguageChoiceProps = { language: Language; label: string; invitation: string | null };

/** Remembered by the address alone. The links keep the page and what was typed on it. */
function LanguageChoice({ language, label, invitation }: LanguageChoiceProps) {
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap justify-center gap-x-1 text-sm text-ink-soft">
        {languageCodes.map((code) => (
          <li key={code}>
            <Link
              href={`?${new URLSearchParams({ lang: code, ...(invitation ? { i: invitation } : {}) })}`}
              replace
              scroll={false}
              prefetch={false}
              lang={code}
              hrefLang={code}
              aria-current={code === language ? 'true' : undefined}
              className="inline-flex min-h-11 min-w-11 items-center justify-center rounded-control px-2 underline-offset-4
                hover:text-ink hover:underline aria-[current=true]:font-semibold aria-[current=true]:text-ink"
            >
              {languages[code].name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

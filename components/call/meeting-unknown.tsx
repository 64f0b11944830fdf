'use client';

import { Link2Off } from 'lucide-react';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import type { WordmarkProps } from '@/components/site/wordmark';
import { buttonClasses } from '@/components/ui/button';
import { languageFrom } from '@/lib/words/language-from';
import type { Language } from '@/lib/words/languages';
import type { Messages } from '@/lib/words/messages';
import { JoinFrame } from './join-frame';
import { MeetingCard } from './meeting-card';

export type UnknownWords = Pick<Messages['join'], 'unknownTitle' | 'unknownAdvice' | 'home' | 'language'> &
  Pick<Messages['endings'], 'toWebsite'>;

type MeetingUnknownProps = { words: Record<Language, UnknownWords>; accepted: string[]; wordmark: WordmarkProps };

/** For an alias nobody has. Next tells this page nothing of its address on the server, so the language is chosen here. */
export function MeetingUnknown({ words, accepted, wordmark }: MeetingUnknownProps) {
  const language = languageFrom([useSearchParams().get('lang') ?? '', ...accepted]);
  const own = words[language];
  return (
    <JoinFrame language={language} languageLabel={own.language} wordmark={{ ...wordmark, homeLabel: own.home }}>
      <MeetingCard icon={Link2Off} title={own.unknownTitle}>
        <p>{own.unknownAdvice}</p>
        <Link href="/" className={buttonClasses('secondary', 'medium', 'mt-6')}>
          {own.toWebsite}
        </Link>
      </MeetingCard>
    </JoinFrame>
  );
}

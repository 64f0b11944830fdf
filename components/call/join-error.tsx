'use client';

import { CircleAlert } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useState, useTransition } from 'react';
import { Button, buttonClasses } from '@/components/ui/button';
import { languageFrom } from '@/lib/words/language-from';
import { loadJoinWords, type JoinWords } from '@/lib/words/late-words';
import { MeetingCard } from './meeting-card';
import { PageLanguage } from './page-language';

/** In place of a join page that could not be made, in the page's language. The cause is in the server's log. */
export function JoinError({ onRetry }: { onRetry: () => void }) {
  const [words, setWords] = useState<JoinWords | null>(null);
  const [wordsFailed, setWordsFailed] = useState<Error | null>(null);
  const [isRetrying, startRetry] = useTransition();
  useEffect(() => {
    // Only the browser draws this page, so it looks itself: at the address, then at what it is set to.
    const asked = new URLSearchParams(window.location.search).getAll('lang');
    void loadJoinWords(languageFrom([...asked, ...navigator.languages])).then(setWords, setWordsFailed);
  }, []);
  if (wordsFailed) throw wordsFailed; // the site's own page for errors has its words in it
  if (!words) return null;
  const { endings, join } = words.messages;
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center">
      <PageLanguage language={words.language} />
      <MeetingCard icon={CircleAlert} title={join.errorTitle}>
        <p>{join.errorAdvice}</p>
        <div className="mt-6 flex flex-wrap justify-center gap-2">
          <Button busy={isRetrying} onClick={() => startRetry(onRetry)}>
            {join.errorRetry}
          </Button>
          <Link href="/" className={buttonClasses('secondary')}>
            {endings.toWebsite}
          </Link>
        </div>
      </MeetingCard>
    </main>
  );
}

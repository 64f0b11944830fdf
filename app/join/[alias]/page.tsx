import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { JoinFrame } from '@/components/call/join-frame';
import { JoinPage } from '@/components/call/join-page';
import { WordsProvider } from '@/components/call/words-provider';
import { wordmarkOf } from '@/lib/brand/brand-response';
import { currentBrand } from '@/lib/brand/current-brand';
import { findMeetingByAlias } from '@/lib/meetings/find-meeting';
import { languageFrom } from '@/lib/words/language-from';
import { loadJoinWords } from '@/lib/words/late-words';
import { PAGE_LANGUAGE } from '@/lib/words/page-language';

type PageProps = {
  params: Promise<{ alias: string }>;
  searchParams: Promise<{ i?: string | string[] }>;
};

const readWords = async () => loadJoinWords(languageFrom([(await headers()).get(PAGE_LANGUAGE) ?? '']));

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await readWords()).messages.join.pageTitle,
    // The address is the invitation itself: it belongs in no index and in nobody's referrer log.
    robots: { index: false, follow: false },
    referrer: 'same-origin',
  };
}

export default async function Page({ params, searchParams }: PageProps) {
  const invitation = [(await searchParams).i ?? []].flat()[0] || null;
  const meeting = await findMeetingByAlias((await params).alias, invitation);
  if (!meeting) notFound();
  const words = await readWords();
  const { join } = words.messages;
  return (
    <JoinFrame
      language={words.language}
      languageLabel={join.language}
      wordmark={{ ...wordmarkOf(await currentBrand()), homeLabel: join.home }}
      newTabLabel={join.websiteInNewTab}
      invitation={invitation}
    >
      <WordsProvider words={words}>
        <JoinPage meeting={meeting} invitation={invitation} />
      </WordsProvider>
    </JoinFrame>
  );
}

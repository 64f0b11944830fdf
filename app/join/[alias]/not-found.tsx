import { headers } from 'next/headers';
import { MeetingUnknown, type UnknownWords } from '@/components/call/meeting-unknown';
import { wordmarkOf } from '@/lib/brand/brand-response';
import { currentBrand } from '@/lib/brand/current-brand';
import { tagsFromHeader } from '@/lib/words/language-from';
import { languageCodes, type Language } from '@/lib/words/languages';
import { loadJoinWords } from '@/lib/words/late-words';

export default async function NotFound() {
  const each = languageCodes.map(async (language) => {
    const { endings, join } = (await loadJoinWords(language)).messages;
    const { unknownTitle, unknownAdvice, home, language: label } = join;
    return [language, { unknownTitle, unknownAdvice, home, language: label, toWebsite: endings.toWebsite }] as const;
  });
  const words = Object.fromEntries(await Promise.all(each)) as Record<Language, UnknownWords>;
  const accepted = tagsFromHeader((await headers()).get('accept-language'));
  return <MeetingUnknown words={words} accepted={accepted} wordmark={wordmarkOf(await currentBrand())} />;
}

import type { BrandResponse } from '@/lib/brand/schemas';
import type { Language } from '@/lib/words/languages';
import { loadWords } from '@/lib/words/load-words';
import { Corner } from './corner';

type CallCornerProps = {
  language?: Language;
  /** As it is while the page is made; colours come to the page by a style sheet of their own. */
  brand: Pick<BrandResponse, 'place' | 'words' | 'isOpen' | 'opensAt' | 'closesAt'>;
};

/** The call in the corner of the site. The server hands in the few words of the button: a page carries no others. */
export async function CallCorner({ language = 'en', brand }: CallCornerProps) {
  const { corner } = (await loadWords(language)).messages.panel;
  const { place, isOpen, opensAt, closesAt } = brand;
  const words = { ...corner, call: brand.words[language] ?? corner.call };
  return <Corner words={words} place={place} hours={{ isOpen, opensAt, closesAt }} />;
}

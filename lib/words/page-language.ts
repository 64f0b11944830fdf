import { languageFrom, tagsFromHeader } from './language-from';
import type { Language } from './languages';

/** The request header in which proxy.ts hands a page its language: layouts are told nothing of the address. */
export const PAGE_LANGUAGE = 'x-page-language';

/** The join page's language is its address's, else the first we speak of those the browser asks for. All other pages are English. */
export function pageLanguage(
  { pathname, searchParams }: Pick<URL, 'pathname' | 'searchParams'>,
  acceptLanguage: string | null,
): Language {
  if (!pathname.startsWith('/join/')) return 'en';
  return languageFrom([...searchParams.getAll('lang'), ...tagsFromHeader(acceptLanguage)]);
}

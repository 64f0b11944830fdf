import { languageCodes, type Language } from './languages';

const known = new Map<string, Language>(languageCodes.map((code) => [code, code]));
// Browsers say `no` for either Norwegian, and who reads Nynorsk reads Bokmål rather than English.
known.set('no', 'nb').set('nn', 'nb');

const byPrimarySubtag = (tag: string): Language | undefined =>
  known.get(tag.trim().toLowerCase().split(/[-_]/)[0] ?? '');

/** The language for someone who asks for these BCP 47 tags, best first; English when we speak none of them. */
export function languageFrom(tags: readonly string[]): Language {
  for (const tag of tags) {
    const language = byPrimarySubtag(tag);
    if (language) return language;
  }
  return 'en';
}

/** The tags of an Accept-Language header, best first (RFC 9110 §12.5.4). What cannot be read counts as not said. */
export function tagsFromHeader(header: string | null): string[] {
  const ranges = (header ?? '').split(',').map((range) => {
    const [tag = '', ...parameters] = range.split(';').map((part) => part.trim());
    const quality = parameters.find((each) => /^q=/i.test(each));
    return { tag, weight: quality ? Number(quality.slice(2)) : 1 };
  });
  return ranges
    .filter(({ tag, weight }) => tag !== '' && weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);
}

/**
 * The locale for dates and numbers in texts of a language: the visitor's own kind of it (en-GB counts hours otherwise
 * than en-US), else the language itself. Digits stay European, as the countdown, PINs and links have them.
 */
export function localeFor(language: Language, visitorTags: readonly string[]): string {
  const own = visitorTags.find((tag) => byPrimarySubtag(tag) === language);
  try {
    return new Intl.Locale(own ?? language, { numberingSystem: 'latn' }).toString();
  } catch {
    return language; // a tag that is none
  }
}

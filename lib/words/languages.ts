/** The languages of the call panel and the join page, each by its own name. */
export const languages = {
  en: { name: 'English', direction: 'ltr' },
  nb: { name: 'Norsk', direction: 'ltr' },
  de: { name: 'Deutsch', direction: 'ltr' },
  fr: { name: 'Français', direction: 'ltr' },
  es: { name: 'Español', direction: 'ltr' },
  ar: { name: 'العربية', direction: 'rtl' },
} as const;

export type Language = keyof typeof languages;

export const languageCodes = Object.keys(languages) as Language[];

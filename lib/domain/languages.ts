/** The languages in which a scenario is worded. */
export const languages = ['en', 'de', 'zh'] as const;
export type Language = (typeof languages)[number];

/** The language that leads where nobody has chosen another one. */
export const workingLanguage: Language = 'en';

/** A short text (title, label, name) in every language; an empty string where it has not been written yet. */
export type Localized = Readonly<Record<Language, string>>;

export const emptyLocalized: Localized = { en: '', de: '', zh: '' };

/** Languages to fall back to, in order, where a text is missing in the one asked for. */
const fallbacks: Record<Language, readonly Language[]> = {
  en: ['en', 'de', 'zh'],
  de: ['de', 'en', 'zh'],
  zh: ['zh', 'en', 'de'],
};

export function isLanguage(value: unknown): value is Language {
  return (languages as readonly unknown[]).includes(value);
}

/** The text in `language`, else in the working language, else in any; an empty string if there is none. */
export function textIn(text: Localized, language: Language): string {
  for (const candidate of fallbacks[language]) if (text[candidate].trim()) return text[candidate];
  return '';
}

/** What stands between a name and what it is, as it is written in a language. */
export const colonIn = (language: Language): string => (language === 'zh' ? '：' : ': ');

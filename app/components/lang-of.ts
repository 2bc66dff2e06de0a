import type { Language } from '@/lib/domain/languages';

/** The `lang` of a text in one of our languages. */
export const langOf = (language: Language): string => (language === 'zh' ? 'zh-Hans' : language);

import { getTranslations } from 'next-intl/server';
import type { Language } from '@/lib/domain/languages';

/** The words of a namespace in a language, whichever one the reader's is. */
export type Words = (key: string, values?: Record<string, string | number>) => string;

/** The words that briefs and records of sign-off are made of. */
export interface PrintWords {
  readonly language: Language;
  readonly t: Words;
  readonly agreement: Words;
  readonly compare: Words;
  readonly item: (key: string, values?: Record<string, string>) => string;
}

export async function printWords(language: Language): Promise<PrintWords> {
  const [t, agreement, compare, item] = await Promise.all((['signing', 'agreement', 'compare', 'agreement.item'] as const).map((namespace) => getTranslations({ locale: language, namespace })));
  return { language, t: t!, agreement: agreement!, compare: compare!, item: item! };
}

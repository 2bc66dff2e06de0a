import type { MarkWords } from '@/app/components/PrintDocumentView';
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
  readonly figures: Words;
  readonly ui: Words;
  readonly stance: Words;
  readonly reason: Words;
  readonly claim: Words;
  readonly item: (key: string, values?: Record<string, string>) => string;
}

export async function printWords(language: Language): Promise<PrintWords> {
  const [t, agreement, compare, figures, ui, stance, reason, claim, item] = await Promise.all((['signing', 'agreement', 'compare', 'figures', 'ui', 'positions.stances', 'reasons', 'assessment.claim', 'agreement.item'] as const).map((namespace) => getTranslations({ locale: language, namespace })));
  return { language, t: t!, agreement: agreement!, compare: compare!, figures: figures!, ui: ui!, stance: stance!, reason: reason!, claim: claim!, item: item! };
}

/** What a listener hears around inserted and deleted words. */
export function markWords({ compare }: PrintWords): MarkWords {
  return { inserted: compare('inserted'), deleted: compare('deleted'), end: compare('mark-end') };
}

import { getTranslations } from 'next-intl/server';
import { printWords, type PrintWords, type Words } from '@/app/scenarios/[id]/offers/[offer]/print-words';
import type { Language } from '@/lib/domain/languages';
import type { PrintText } from '@/lib/print/print-document';

/** The words that a report is made of. */
export interface ReportWords extends PrintWords {
  readonly report: Words;
  /** How a value of the assessment is called. */
  readonly assessment: Words;
  readonly evidence: Words;
  /** How a text of the front or back matter is called. */
  readonly matter: Words;
  readonly untitled: string;
}

export async function reportWords(language: Language): Promise<ReportWords> {
  const [words, report, assessment, evidence, matter, scenarios] = await Promise.all([printWords(language), ...(['report', 'assessment', 'evidence', 'collections.matter.sections', 'scenarios'] as const).map((namespace) => getTranslations({ locale: language, namespace }) as Promise<unknown> as Promise<Words>)]);
  return { ...words, report: report!, assessment: assessment!, evidence: evidence!, matter: matter!, untitled: scenarios!('untitled') };
}

/** Stands in a sentence for what becomes a run of its own. */
const gap = '\ufffc';

/** A sentence of the report with references in it: `{figure}` and `{table}` become links to what they name. */
export function sentenceWith(words: ReportWords, key: string, refs: Readonly<Record<string, { readonly id: string; readonly name: string }>>): PrintText {
  const names = Object.keys(refs);
  const text = words.report(key, Object.fromEntries(names.map((name, index) => [name, `${gap}${index}${gap}`])));
  return text.split(gap).map((part, index) => {
    const ref = index % 2 ? refs[names[Number(part)]!] : undefined;
    return ref ? { text: ref.name, ref: ref.id } : { text: part };
  });
}

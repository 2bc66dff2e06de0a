import { captionName, type Caption } from '@/lib/print/print-document';
import type { ReportWords } from './report-words';

/** Counts the figures and tables of a report, in the order in which they stand. */
export class Numbering {
  private readonly counts = { figure: 0, table: 0 };
  constructor(private readonly words: ReportWords) {}

  next(kind: 'figure' | 'table', text: string): Caption {
    const number = ++this.counts[kind];
    return { id: `${kind}-${number}`, word: this.words.report(kind), number, text };
  }

  /** Captions of a figure that goes on over so many pages: each part is a figure of its own. */
  parts(text: string, count: number): [Caption, ...Caption[]] {
    return Array.from({ length: Math.max(1, count) }, (_, index) => this.next('figure', count > 1 ? `${text} (${index + 1}/${count})` : text)) as [Caption, ...Caption[]];
  }
}

/** What a sentence needs to speak of a figure or table. */
export const refTo = (caption: Caption): { readonly id: string; readonly name: string } => ({ id: caption.id, name: captionName(caption) });

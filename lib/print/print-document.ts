import type { Language } from '@/lib/domain/languages';

/** A piece of text in one look. A line break (`\n`) begins a new line. */
export interface PrintRun {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Said quietly: dates, hints. */
  readonly soft?: boolean;
  /** Was put in (underlined) or taken out (struck through): by signs, since paper may be grey. */
  readonly mark?: 'inserted' | 'deleted';
  /** A short word in a frame, like the code of a delegation. */
  readonly badge?: boolean;
  /** Leads to this address, which has to be http(s). */
  readonly link?: string;
}

export type PrintText = readonly PrintRun[];

/** What a page is made of, from top to bottom. */
export type PrintBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly runs: PrintText }
  /** What is asked at the left, the answer at the right. */
  | { readonly kind: 'facts'; readonly facts: readonly { readonly label: string; readonly value: PrintText }[] }
  /** `widths`: shares of the page's width, as many as there are columns; equal ones by default. The header is repeated on every page. */
  | { readonly kind: 'table'; readonly header: readonly string[]; readonly rows: readonly (readonly PrintText[])[]; readonly widths?: readonly number[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly PrintText[] }
  | { readonly kind: 'page-break' };

/** Something that leaves the system on paper: what it says, apart from how a format (`to-pdf`, `to-docx`) draws it. */
export interface PrintDocument {
  readonly title: string;
  readonly language: Language;
  /** Stands at the foot of every page, beside the page's number. */
  readonly footer?: string;
  /** Set tightly, in smaller letters: for what has to be one page. */
  readonly compact?: boolean;
  readonly blocks: readonly PrintBlock[];
}

/** A text in one plain run. */
export const plainText = (text: string): PrintText => [{ text }];

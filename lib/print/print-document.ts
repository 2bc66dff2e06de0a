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
  /** Leads to the figure, table or heading of this id; `text` names it ("Figure 7"). */
  readonly ref?: string;
  /** Where the text is in another language than the document: by it words are divided, and spelling is checked. */
  readonly language?: Language;
}

export type PrintText = readonly PrintRun[];

/** What stands with a figure or table: "Figure 7: Value network". */
export interface Caption {
  /** What a cross-reference (`PrintRun.ref`) names; unique in the document. */
  readonly id: string;
  /** "Figure", "Abbildung", 图. */
  readonly word: string;
  readonly number: number;
  readonly text: string;
}

/** What a page is made of, from top to bottom. */
export type PrintBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string; readonly id?: string }
  | { readonly kind: 'paragraph'; readonly runs: PrintText }
  /** What is asked at the left, the answer at the right. */
  | { readonly kind: 'facts'; readonly facts: readonly { readonly label: string; readonly value: PrintText }[] }
  /** `widths`: shares of the page's width, as many as there are columns; equal ones by default. The header is repeated on every page. */
  | { readonly kind: 'table'; readonly header: readonly string[]; readonly rows: readonly (readonly PrintText[])[]; readonly widths?: readonly number[]; readonly caption?: Caption }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly PrintText[] }
  /** `svg` as `lib/figures` draws it; `description` says what it shows to those who cannot see it. */
  | { readonly kind: 'figure'; readonly svg: string; readonly caption: Caption; readonly description: string }
  /** A first page of its own kind: what this is, in large letters. */
  | { readonly kind: 'cover'; readonly title: string; readonly subtitle: string; readonly facts: readonly { readonly label: string; readonly value: PrintText }[] }
  /** The headings of the first levels with their pages. */
  | { readonly kind: 'contents'; readonly title: string; readonly depth: 1 | 2 }
  /** Begins a new page; `mark` (like DRAFT) stands on it and on all that follow, until the next part. */
  | { readonly kind: 'part'; readonly mark: string | null }
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

/** How a figure or table is called in its caption and wherever it is spoken of. */
export const captionName = ({ word, number }: Pick<Caption, 'word' | 'number'>): string => `${word}\u00a0${number}`;

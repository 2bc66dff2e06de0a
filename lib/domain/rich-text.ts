/** A run of text with the same marks throughout; `link` is the address it leads to. */
export interface TextRun {
  readonly type: 'text';
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly link?: string;
}

export interface LineBreak {
  readonly type: 'break';
}

export type Inline = TextRun | LineBreak;

export interface Paragraph {
  readonly type: 'paragraph';
  readonly content: readonly Inline[];
}

export interface List {
  readonly type: 'bullet-list' | 'ordered-list';
  readonly items: readonly (readonly Block[])[];
}

export type Block = Paragraph | List;

/** Long wording: paragraphs and lists. Canonical form: adjacent runs with equal marks are merged, no empty runs. */
export type RichText = readonly Block[];

/** The words alone, paragraphs separated by a line feed: for search, counting and comparison. */
export function plainText(text: RichText): string {
  return text.map(plainBlock).join('\n');
}

function plainBlock(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return block.content.map((inline) => (inline.type === 'text' ? inline.text : '\n')).join('');
    case 'bullet-list':
    case 'ordered-list':
      return block.items.map((item) => item.map(plainBlock).join('\n')).join('\n');
  }
}

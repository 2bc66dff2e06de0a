/** A run of text with the same marks throughout, without a line feed; `link` is the address it leads to. */
export interface TextRun {
  readonly type: 'text';
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  /** The author says: these words name a role (role-names.ts). */
  readonly role?: true;
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

/** Long wording: paragraphs and lists. Canonical form: see `canonicalRichText`. */
export type RichText = readonly Block[];

/** Addresses that a link may lead to; others are plain text. */
export function isAllowedLink(address: string): boolean {
  return /^(https?:\/\/|mailto:)/i.test(address);
}

/** The words alone, paragraphs separated by a line feed: for search, counting and comparison. */
export function plainText(text: RichText): string {
  return text.map(plainBlock).join('\n');
}

/**
 * The words alone, paragraph by paragraph, those of lists among them: for telling what of a text has changed. What shows no
 * words (empty paragraphs, space around them) is left out.
 */
export function paragraphsOf(text: RichText): string[] {
  return text.flatMap((block) => (block.type === 'paragraph' ? [plainBlock(block).trim()] : block.items.flatMap(paragraphsOf))).filter((paragraph) => paragraph !== '');
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

/**
 * The one form of all texts that read the same: adjacent runs with equal marks merged, no empty runs, line feeds as
 * breaks, no lists or items without content, every item led by a paragraph (the editor's schema asks for it and would
 * drop the item otherwise), and nothing at all for a text of empty paragraphs only.
 */
export function canonicalRichText(text: RichText): RichText {
  const blocks = text.flatMap(canonicalBlock);
  return blocks.every((block) => block.type === 'paragraph' && block.content.length === 0) ? [] : blocks;
}

function canonicalBlock(block: Block): Block[] {
  if (block.type === 'paragraph') return [{ type: 'paragraph', content: canonicalInlines(block.content) }];
  const items = block.items
    .map((item) => item.flatMap(canonicalBlock))
    .filter((item) => item.length > 0)
    .map((item): Block[] => (item[0]?.type === 'paragraph' ? item : [{ type: 'paragraph', content: [] }, ...item]));
  return items.length ? [{ type: block.type, items }] : [];
}

function canonicalInlines(inlines: readonly Inline[]): Inline[] {
  const merged: Inline[] = [];
  for (const inline of inlines.flatMap(brokenAtLineFeeds)) {
    const last = merged.at(-1);
    const sameMarks =
      inline.type === 'text' && last?.type === 'text' && last.bold === inline.bold && last.italic === inline.italic && last.role === inline.role && last.link === inline.link;
    if (sameMarks) merged[merged.length - 1] = { ...last, text: last.text + inline.text };
    else merged.push(inline);
  }
  return merged;
}

function brokenAtLineFeeds(inline: Inline): Inline[] {
  if (inline.type === 'break') return [{ type: 'break' }];
  return inline.text
    .split(/\r\n?|\n/)
    .flatMap((text, index): Inline[] => [...(index ? [{ type: 'break' } as const] : []), ...(text ? [{ ...inline, text }] : [])]);
}

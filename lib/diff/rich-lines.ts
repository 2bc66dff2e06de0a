import { canonicalRichText, type Block, type Inline, type List, type RichText, type TextRun } from '@/lib/domain/rich-text';

/** A list around a paragraph; `opens`: the paragraph begins that list, or an item of it, or goes on within an item. */
export interface ListStep {
  readonly list: List['type'];
  readonly opens: 'list' | 'item' | null;
}
/** The lists around a paragraph, the outermost first. */
export type LineShape = readonly ListStep[];

/** How a piece of text is marked. */
export type Marks = Pick<TextRun, 'bold' | 'italic' | 'role' | 'link'>;

/** A paragraph of wording, wherever it stands: wording is compared line by line, not tree by tree. */
export interface RichLine {
  readonly shape: LineShape;
  readonly content: readonly Inline[];
}

/** Canonical wording as lines; `fromLines` gives it back. */
export function linesOf(text: RichText): RichLine[] {
  return text.flatMap(blockLines);
}

function blockLines(block: Block): RichLine[] {
  if (block.type === 'paragraph') return [{ shape: [], content: block.content }];
  return block.items.flatMap((item, itemIndex) =>
    item.flatMap(blockLines).map(({ shape, content }, lineIndex) => {
      const opens = lineIndex > 0 ? null : itemIndex > 0 ? 'item' : 'list';
      return { shape: [{ list: block.type, opens }, ...shape], content };
    }),
  );
}

/** Wording made of its lines. */
export function fromLines(lines: readonly RichLine[]): RichText {
  const blocks: Block[] = [];
  // The lists that are open, with the item that is being filled in each.
  const open: { type: List['type']; items: Block[][] }[] = [];
  for (const { shape, content } of lines) {
    open.length = Math.min(open.length, shape.length);
    shape.forEach((step, depth) => {
      const current = open[depth];
      if (step.opens === 'list' || !current || current.type !== step.list) {
        const list = { type: step.list, items: [[]] as Block[][] };
        (depth === 0 ? blocks : open[depth - 1]!.items.at(-1)!).push(list);
        open.length = depth;
        open.push(list);
      } else if (step.opens === 'item') {
        current.items.push([]);
        open.length = depth + 1;
      }
    });
    (shape.length === 0 ? blocks : open.at(-1)!.items.at(-1)!).push({ type: 'paragraph', content });
  }
  return canonicalRichText(blocks);
}

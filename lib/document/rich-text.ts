import * as Y from 'yjs';
import type { Block, Inline, RichText, TextRun } from '@/lib/domain/rich-text';

/*
 * Rich text in the document is what Tiptap's Collaboration extension keeps: an XML fragment whose elements are
 * ProseMirror nodes (paragraph, bulletList, orderedList, listItem, hardBreak) and whose texts carry marks as attributes.
 */

/** Addresses that a link may lead to; others are read as plain text. */
const allowedLink = /^(https?:\/\/|mailto:)/i;

/** Reads long wording from its fragment. Unknown elements are read as the paragraphs they contain. */
export function readRichText(fragment: Y.XmlFragment): RichText {
  return trimmed(fragment.toArray().flatMap(readBlock));
}

/** An untouched section holds one empty paragraph, which says nothing. */
function trimmed(blocks: Block[]): RichText {
  return blocks.every((block) => block.type === 'paragraph' && block.content.length === 0) ? [] : blocks;
}

function readBlock(node: Y.XmlElement | Y.XmlText | Y.XmlHook): Block[] {
  if (node instanceof Y.XmlText) return [{ type: 'paragraph', content: readRuns(node) }];
  if (!(node instanceof Y.XmlElement)) return [];
  switch (node.nodeName) {
    case 'bulletList':
    case 'orderedList': {
      const items = childrenOf(node)
        .map((child) => (child instanceof Y.XmlElement ? childrenOf(child).flatMap(readBlock) : readBlock(child)))
        .filter((item) => item.length > 0);
      return items.length ? [{ type: node.nodeName === 'bulletList' ? 'bullet-list' : 'ordered-list', items }] : [];
    }
    default: {
      const children = childrenOf(node);
      const holdsBlocks = children.some((child) => child instanceof Y.XmlElement && child.nodeName !== 'hardBreak');
      if (holdsBlocks) return children.flatMap(readBlock);
      return [{ type: 'paragraph', content: mergeRuns(children.flatMap(readInline)) }];
    }
  }
}

const childrenOf = (node: Y.XmlElement): (Y.XmlElement | Y.XmlText)[] => node.toArray() as (Y.XmlElement | Y.XmlText)[];

function readInline(node: Y.XmlElement | Y.XmlText): Inline[] {
  return node instanceof Y.XmlText ? readRuns(node) : [{ type: 'break' }];
}

function readRuns(text: Y.XmlText): Inline[] {
  const runs: TextRun[] = [];
  for (const { insert, attributes } of text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]) {
    if (typeof insert !== 'string' || insert === '') continue;
    runs.push({ type: 'text', text: insert, ...readMarks(attributes ?? {}) });
  }
  return mergeRuns(runs);
}

function readMarks(attributes: Record<string, unknown>): Pick<TextRun, 'bold' | 'italic' | 'link'> {
  const marks: { bold?: true; italic?: true; link?: string } = {};
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined) continue;
    const name = key.split('--')[0]; // overlapping marks are stored as `name--hash`
    if (name === 'bold') marks.bold = true;
    if (name === 'italic') marks.italic = true;
    if (name === 'link') {
      const href = (value as { href?: unknown }).href;
      if (typeof href === 'string' && allowedLink.test(href)) marks.link = href;
    }
  }
  return marks;
}

function mergeRuns(inlines: readonly Inline[]): Inline[] {
  const merged: Inline[] = [];
  for (const inline of inlines) {
    const last = merged.at(-1);
    const sameMarks =
      inline.type === 'text' && last?.type === 'text' && last.bold === inline.bold && last.italic === inline.italic && last.link === inline.link;
    if (sameMarks) merged[merged.length - 1] = { ...last, text: last.text + inline.text };
    else merged.push(inline);
  }
  return merged;
}

/** Fills an empty fragment, so that `readRichText` gives the same back; empty wording becomes one empty paragraph. */
export function writeRichText(fragment: Y.XmlFragment, text: RichText): void {
  fragment.insert(0, text.length ? text.map(writeBlock) : [new Y.XmlElement('paragraph')]);
}

function writeBlock(block: Block): Y.XmlElement {
  if (block.type === 'paragraph') {
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, writeInlines(block.content));
    return paragraph;
  }
  const list = new Y.XmlElement(block.type === 'bullet-list' ? 'bulletList' : 'orderedList');
  list.insert(
    0,
    block.items.map((blocks) => {
      const item = new Y.XmlElement('listItem');
      item.insert(0, blocks.map(writeBlock));
      return item;
    }),
  );
  return list;
}

function writeInlines(inlines: readonly Inline[]): (Y.XmlElement | Y.XmlText)[] {
  const nodes: (Y.XmlElement | Y.XmlText)[] = [];
  let runs: TextRun[] = [];
  const flush = (): void => {
    if (runs.length) {
      const text = new Y.XmlText();
      text.applyDelta(
        runs.map((run) => ({
          insert: run.text,
          attributes: { ...(run.bold && { bold: {} }), ...(run.italic && { italic: {} }), ...(run.link && { link: { href: run.link } }) },
        })),
      );
      nodes.push(text);
    }
    runs = [];
  };
  for (const inline of inlines) {
    if (inline.type === 'text') runs.push(inline);
    else {
      flush();
      nodes.push(new Y.XmlElement('hardBreak'));
    }
  }
  flush();
  return nodes;
}

import * as Y from 'yjs';
import { canonicalRichText, isAllowedLink, type Block, type Inline, type RichText, type TextRun } from '@/lib/domain/rich-text';
import { soundText } from '@/lib/domain/text';

/*
 * Rich text in the document is what Tiptap's Collaboration extension keeps: an XML fragment whose elements are
 * ProseMirror nodes (paragraph, bulletList, orderedList, listItem, hardBreak) and whose texts carry marks as attributes.
 */

/** Reads long wording from its fragment. Unknown elements are read as the paragraphs they contain. */
export function readRichText(fragment: Y.XmlFragment): RichText {
  return canonicalRichText(fragment.toArray().flatMap(readBlock));
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
      return [{ type: 'paragraph', content: children.flatMap(readInline) }];
    }
  }
}

const childrenOf = (node: Y.XmlElement): (Y.XmlElement | Y.XmlText)[] => node.toArray() as (Y.XmlElement | Y.XmlText)[];

function readInline(node: Y.XmlElement | Y.XmlText): Inline[] {
  return node instanceof Y.XmlText ? readRuns(node) : [{ type: 'break' }];
}

function readRuns(text: Y.XmlText): Inline[] {
  const runs: Inline[] = [];
  for (const { insert, attributes } of text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]) {
    if (typeof insert !== 'string' || insert === '') continue;
    runs.push({ type: 'text', text: soundText(insert), ...readMarks(attributes ?? {}) });
  }
  return runs;
}

function readMarks(attributes: Record<string, unknown>): Pick<TextRun, 'bold' | 'italic' | 'role' | 'link'> {
  const marks: { bold?: true; italic?: true; role?: true; link?: string } = {};
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined) continue;
    const name = key.split('--')[0]; // overlapping marks are stored as `name--hash`
    if (name === 'bold') marks.bold = true;
    if (name === 'italic') marks.italic = true;
    if (name === 'role') marks.role = true;
    if (name === 'link') {
      const href = (value as { href?: unknown }).href;
      if (typeof href === 'string' && isAllowedLink(href)) marks.link = soundText(href);
    }
  }
  return marks;
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
          attributes: { ...(run.bold && { bold: {} }), ...(run.italic && { italic: {} }), ...(run.role && { role: {} }), ...(run.link && { link: { href: run.link } }) },
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

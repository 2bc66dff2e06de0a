import * as Y from 'yjs';

const blocks: ReadonlySet<string> = new Set(['paragraph', 'bulletList', 'orderedList']);
const marks: ReadonlySet<string> = new Set(['bold', 'italic', 'role', 'link']);

/**
 * True if the editor knows everything in a text. What it doesn't know, its binding would delete for everybody: such a
 * text (of a newer version, or of a peer that writes nonsense) is shown and not opened.
 */
export function canOpen(fragment: Y.XmlFragment): boolean {
  return fragment.toArray().every(isBlock);
}

function isBlock(node: unknown): boolean {
  if (!(node instanceof Y.XmlElement) || !blocks.has(node.nodeName)) return false;
  const children: unknown[] = node.toArray();
  return node.nodeName === 'paragraph' ? children.every(isInline) : children.every(isItem);
}

function isItem(node: unknown): boolean {
  return node instanceof Y.XmlElement && node.nodeName === 'listItem' && (node.toArray() as unknown[]).every(isBlock);
}

function isInline(node: unknown): boolean {
  if (node instanceof Y.XmlElement) return node.nodeName === 'hardBreak' && node.length === 0;
  return node instanceof Y.XmlText && (node.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]).every(isRun);
}

function isRun({ insert, attributes = {} }: { readonly insert: unknown; readonly attributes?: Record<string, unknown> }): boolean {
  return typeof insert === 'string' && Object.entries(attributes).every(([name, value]) => marks.has(name) && typeof value === 'object');
}

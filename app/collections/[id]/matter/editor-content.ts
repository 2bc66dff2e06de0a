import type { JSONContent } from '@tiptap/core';
import { canonicalRichText, type Block, type Inline, type RichText } from '@/lib/domain/rich-text';

/*
 * Rich text as the editor of wording-schema.ts holds it, and back.
 */

/** What the editor shows of a text. */
export function toEditorContent(text: RichText): JSONContent {
  return { type: 'doc', content: text.length ? text.map(toNode) : [{ type: 'paragraph' }] };
}

/** The text that an editor holds. */
export function fromEditorContent(content: JSONContent): RichText {
  return canonicalRichText((content.content ?? []).flatMap(toBlock));
}

const listTypes = { 'bullet-list': 'bulletList', 'ordered-list': 'orderedList' } as const;

function toNode(block: Block): JSONContent {
  if (block.type === 'paragraph') return { type: 'paragraph', content: block.content.map(toInlineNode) };
  return { type: listTypes[block.type], content: block.items.map((item) => ({ type: 'listItem', content: item.map(toNode) })) };
}

function toInlineNode(inline: Inline): JSONContent {
  if (inline.type === 'break') return { type: 'hardBreak' };
  const { text, bold, italic, role, link } = inline;
  const marks = [...(bold ? [{ type: 'bold' }] : []), ...(italic ? [{ type: 'italic' }] : []), ...(role ? [{ type: 'role' }] : []), ...(link === undefined ? [] : [{ type: 'link', attrs: { href: link } }])];
  return { type: 'text', text, ...(marks.length > 0 && { marks }) };
}

function toBlock(node: JSONContent): Block[] {
  if (node.type === 'paragraph') return [{ type: 'paragraph', content: (node.content ?? []).flatMap(toInline) }];
  const type = node.type === 'bulletList' ? 'bullet-list' : node.type === 'orderedList' ? 'ordered-list' : null;
  return type ? [{ type, items: (node.content ?? []).map((item) => (item.content ?? []).flatMap(toBlock)) }] : [];
}

function toInline(node: JSONContent): Inline[] {
  if (node.type === 'hardBreak') return [{ type: 'break' }];
  if (node.type !== 'text' || !node.text) return [];
  const has = (type: string) => node.marks?.find((mark) => mark.type === type);
  const href: unknown = has('link')?.attrs?.href;
  return [{ type: 'text', text: node.text, ...(has('bold') && { bold: true as const }), ...(has('italic') && { italic: true as const }), ...(has('role') && { role: true as const }), ...(typeof href === 'string' && { link: href }) }];
}

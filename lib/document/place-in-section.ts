import * as Y from 'yjs';
import type { PlainSection } from './text-anchors';

/** Where the items of a list stand in its section's text. */
type Starts = ReadonlyMap<Y.Item, number>;

/** Made once a reading of a section, however many places are looked up in it: Yjs walks to the beginning of the list for each. */
interface Index {
  readonly nodes: ReadonlyMap<unknown, { readonly at: number; readonly length: number }>;
  readonly starts: Map<Y.XmlElement | Y.XmlText, Starts>;
}
const indexes = new WeakMap<PlainSection, Index>();

function indexOf(plain: PlainSection): Index {
  const known = indexes.get(plain);
  if (known) return known;
  const nodes = new Map<unknown, { at: number; length: number }>();
  for (const { node, at } of plain.lines) nodes.set(node, { at, length: Infinity });
  for (const { node, at, length } of plain.pieces) nodes.set(node, { at, length });
  const made = { nodes, starts: new Map() };
  indexes.set(plain, made);
  return made;
}

/** The offset in a section's text at which a position stands; null if it is in none of its paragraphs. @param plain read since the last change */
export function placeInSection(doc: Y.Doc, position: Y.RelativePosition, plain: PlainSection): number | null {
  return position.item ? placeOfItem(doc.store, position.item, position.assoc, plain) : placeOfEnd(doc, position, plain);
}

function placeOfItem(store: Y.Doc['store'], id: Y.ID, assoc: number, plain: PlainSection): number | null {
  const found = itemAt(store, id);
  const node = found?.item.parent;
  const { nodes, starts } = indexOf(plain);
  const place = nodes.get(node);
  if (!found || !place || !isNode(node)) return null;
  const own = starts.get(node) ?? startsIn(node);
  starts.set(node, own);
  const { item, into } = found;
  const inside = widthOf(item) === 0 ? 0 : assoc >= 0 ? into : widthOf(item) - (item.length - into - 1);
  return place.at + Math.min(own.get(item)! + inside, place.length);
}

/** Of a position that names no item, but the beginning or the end of a list. */
function placeOfEnd(doc: Y.Doc, position: Y.RelativePosition, plain: PlainSection): number | null {
  const found = Y.createAbsolutePositionFromRelativePosition(position, doc);
  const place = found && indexOf(plain).nodes.get(found.type);
  if (!place || !isNode(found.type)) return null;
  return place.at + (found.index === 0 ? 0 : Math.min(widthOfAll(found.type), place.length));
}

const isNode = (type: unknown): type is Y.XmlElement | Y.XmlText => type instanceof Y.XmlElement || type instanceof Y.XmlText;

/** The item that holds a letter now, also if it has been deleted and brought back, and which of its letters that is. */
function itemAt(store: Y.Doc['store'], id: Y.ID): { readonly item: Y.Item; readonly into: number } | null {
  let next = id;
  if (Y.getState(store, next.client) <= next.clock) return null;
  for (;;) {
    const item = Y.getItem(store, next);
    if (!(item instanceof Y.Item)) return null; // forgotten
    const into = next.clock - item.id.clock;
    if (!item.redone) return { item, into };
    next = Y.createID(item.redone.client, item.redone.clock + into);
  }
}

function startsIn(node: Y.XmlElement | Y.XmlText): Starts {
  const starts = new Map<Y.Item, number>();
  let at = 0;
  for (let item = node._start; item; item = item.right) {
    starts.set(item, at);
    at += widthOf(item);
  }
  return starts;
}

function widthOfAll(node: Y.XmlElement | Y.XmlText): number {
  let width = 0;
  for (let item = node._start; item; item = item.right) width += widthOf(item);
  return width;
}

/** How many letters of the section's text an item is. */
function widthOf(item: Y.Item): number {
  if (item.deleted || !item.countable) return 0;
  const type = item.content instanceof Y.ContentType && item.parent instanceof Y.XmlElement ? item.content.type : null;
  return type instanceof Y.XmlText ? type.length : item.length;
}

import * as Y from 'yjs';

/** How a letter is marked, as the document has it. */
export type Marks = Readonly<Record<string, unknown>>;
/** A piece of a paragraph; `\n` is a line break within it. */
export interface LinePart {
  readonly insert: string;
  readonly attributes: Marks;
}

/** True for a paragraph that holds nothing but letters and line breaks, as all that the editor writes. */
export function isTextLine<T extends { readonly node: Y.XmlElement | Y.XmlText }>(line: T): line is T & { readonly node: Y.XmlElement } {
  return line.node instanceof Y.XmlElement && childrenOf(line.node).every((child) => (child instanceof Y.XmlText ? deltaOf(child).every(({ insert }) => typeof insert === 'string') : child.nodeName === 'hardBreak'));
}

/** What a paragraph holds, letter by letter. */
export function contentOf(paragraph: Y.XmlElement): LinePart[] {
  return childrenOf(paragraph).flatMap((child): LinePart[] =>
    child instanceof Y.XmlText ? deltaOf(child).flatMap(({ insert, attributes = {} }) => (typeof insert === 'string' ? insert.split('').map((unit) => ({ insert: unit, attributes })) : [])) : [{ insert: '\n', attributes: {} }],
  );
}

/**
 * Makes a paragraph consist of parts of what it holds, in their order, and of new ones between them.
 * @param length of what it holds
 */
export function rewriteParagraph(paragraph: Y.XmlElement, segments: readonly ({ readonly from: number; readonly to: number } | { readonly parts: readonly LinePart[] })[], length: number): void {
  const steps: { readonly from: number; readonly to: number; readonly parts: readonly LinePart[] }[] = [];
  let done = 0;
  let parts: LinePart[] = [];
  const replace = (to: number): void => {
    if (to > done || parts.length > 0) steps.push({ from: done, to, parts });
    parts = [];
  };
  for (const segment of segments) {
    if ('parts' in segment) for (const part of segment.parts) parts.push(part); // spread as arguments, those of a long text overflow the stack
    else {
      replace(segment.from);
      done = segment.to;
    }
  }
  replace(length);
  for (const step of steps.reverse()) {
    deleteFrom(paragraph, step.from, step.to);
    insertInto(paragraph, step.from, step.parts);
  }
}

function deleteFrom(paragraph: Y.XmlElement, from: number, to: number): void {
  for (const { child, index, start, end } of placesIn(paragraph).reverse()) {
    const [first, last] = [Math.max(start, from), Math.min(end, to)];
    if (first >= last) continue;
    if (child instanceof Y.XmlText) child.delete(first - start, last - first);
    else paragraph.delete(index, 1);
  }
}

/** Puts something into a paragraph. */
export function insertInto(paragraph: Y.XmlElement, at: number, parts: readonly LinePart[]): void {
  let position = at;
  for (const { insert, attributes } of merged(parts)) {
    if (insert === '\n') insertBreak(paragraph, position);
    else {
      const { text, start } = textAt(paragraph, position);
      text.insert(position - start, insert, attributes);
    }
    position += insert.length;
  }
}

/** The text that goes on, or begins, at an offset; a new one if there is none. */
function textAt(paragraph: Y.XmlElement, at: number): { readonly text: Y.XmlText; readonly start: number } {
  const places = placesIn(paragraph);
  for (const { child, start, end } of places) if (child instanceof Y.XmlText && start <= at && at <= end) return { text: child, start };
  const text = new Y.XmlText();
  paragraph.insert(places.filter(({ end }) => end <= at).length, [text]);
  return { text, start: at };
}

function insertBreak(paragraph: Y.XmlElement, at: number): void {
  const divided = placesIn(paragraph).find(({ start, end }) => start < at && at < end);
  const lineBreak = new Y.XmlElement('hardBreak');
  if (!divided || !(divided.child instanceof Y.XmlText)) return paragraph.insert(placesIn(paragraph).filter(({ end }) => end <= at).length, [lineBreak]);
  const rest = contentOf(paragraph).slice(at, divided.end);
  divided.child.delete(at - divided.start, divided.end - at);
  paragraph.insert(divided.index + 1, [lineBreak, new Y.XmlText()]);
  const tail = paragraph.get(divided.index + 2) as Y.XmlText;
  tail.applyDelta(merged(rest)); // by the letter, the halves of one outside the basic plane would be stored apart, and neither can be sent
}

/** Runs of letters that are marked alike, and line breaks. */
function merged(parts: readonly LinePart[]): LinePart[] {
  const runs: LinePart[] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (last && last.insert !== '\n' && part.insert !== '\n' && (last.attributes === part.attributes || JSON.stringify(last.attributes) === JSON.stringify(part.attributes))) runs[runs.length - 1] = { ...last, insert: last.insert + part.insert };
    else runs.push(part);
  }
  return runs;
}

function placesIn(paragraph: Y.XmlElement): { readonly child: Y.XmlElement | Y.XmlText; readonly index: number; readonly start: number; readonly end: number }[] {
  let end = 0;
  return childrenOf(paragraph).map((child, index) => {
    const start = end;
    end += child instanceof Y.XmlText ? child.length : 1;
    return { child, index, start, end };
  });
}

/** A new paragraph beside another one: as an item of its own where that one is an item by itself. */
export function createParagraph(place: { readonly after: Y.XmlElement } | { readonly before: Y.XmlElement }): Y.XmlElement {
  const beside = 'after' in place ? place.after : place.before;
  const paragraph = new Y.XmlElement('paragraph');
  const parent = parentOf(beside);
  const index = indexOf(beside);
  const step = 'after' in place ? 1 : 0;
  const isEdge = 'after' in place ? index === parent.length - 1 : index === 0;
  if (parent instanceof Y.XmlElement && parent.nodeName === 'listItem' && isEdge) {
    const item = new Y.XmlElement('listItem');
    item.insert(0, [paragraph]);
    parentOf(parent).insert(indexOf(parent) + step, [item]);
  } else parent.insert(index + step, [paragraph]);
  return paragraph;
}

/** Takes a paragraph away, with the item and the list that would be empty without it. */
export function removeParagraph(node: Y.XmlElement): void {
  const parent = parentOf(node);
  parent.delete(indexOf(node), 1);
  if (!(parent instanceof Y.XmlElement)) return;
  // A list at the head of an item stands for nothing: its items move out, or the editor's schema would drop them.
  while (parent.nodeName === 'listItem' && isList(parent.get(0))) {
    const list = parent.get(0) as Y.XmlElement;
    parentOf(parent).insert(
      indexOf(parent),
      childrenOf(list).map((item) => item.clone() as Y.XmlElement),
    );
    parent.delete(0, 1);
  }
  if (parent.length === 0) removeParagraph(parent);
}

const isList = (node: unknown): boolean => node instanceof Y.XmlElement && (node.nodeName === 'bulletList' || node.nodeName === 'orderedList');
const childrenOf = (node: Y.XmlElement): (Y.XmlElement | Y.XmlText)[] => node.toArray() as (Y.XmlElement | Y.XmlText)[];
const parentOf = (node: Y.XmlElement): Y.XmlElement | Y.XmlFragment => node.parent as Y.XmlElement | Y.XmlFragment;
const indexOf = (node: Y.XmlElement): number => parentOf(node).toArray().indexOf(node);
const deltaOf = (text: Y.XmlText): { readonly insert: unknown; readonly attributes?: Marks }[] => text.toDelta() as { insert: unknown; attributes?: Marks }[];

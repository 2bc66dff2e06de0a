import * as Y from 'yjs';
import { matchSequences } from '@/lib/diff/match-sequences';
import { wordsOf } from '@/lib/diff/words-of';
import { readRichText } from '@/lib/document/rich-text';
import { smallestChanges } from './make-text';

type Node = Y.XmlElement | Y.XmlText | Y.XmlHook;
type Attributes = Readonly<Record<string, unknown>>;
type Delta = readonly { readonly insert: unknown; readonly attributes?: Attributes }[];

/**
 * Makes a wording read as another one does, by the smallest edits: paragraphs that are the same stay, those that resemble
 * each other are changed by words, so that whoever types there goes on typing. Within a transaction.
 */
export function makeFragment(live: Y.XmlFragment, wanted: Y.XmlFragment): void {
  if (JSON.stringify(readRichText(live)) === JSON.stringify(readRichText(wanted))) return;
  makeChildren(live, wanted);
}

function makeChildren(live: Y.XmlFragment, wanted: Y.XmlFragment): void {
  const now = childrenOf(live);
  const then = childrenOf(wanted);
  const stretches = matchSequences(now.map(signatureOf), then.map(signatureOf));
  // From the end, so that the indices before stay right.
  for (const { same, a: [from, to], b: [start, end] } of stretches.toReversed()) {
    if (same) continue;
    const pairs = paired(now.slice(from, to), then.slice(start, end)).map(([i, j]) => [from + i, start + j] as const);
    let [untilNow, untilThen] = [to, end];
    for (const [i, j] of [...pairs.toReversed(), [from - 1, start - 1] as const]) {
      const at = i + 1;
      if (untilNow > at) live.delete(at, untilNow - at);
      if (untilThen > j + 1) live.insert(at, then.slice(j + 1, untilThen).map((node) => node.clone() as Y.XmlElement | Y.XmlText));
      if (i >= from) makeNode(now[i]!, then[j]!);
      [untilNow, untilThen] = [i, j];
    }
  }
}

const childrenOf = (node: Y.XmlFragment): Node[] => node.toArray();

/** The same for nodes that hold the same. */
function signatureOf(node: Node): string {
  return JSON.stringify(heldBy(node));
}

function heldBy(node: Node): unknown {
  if (node instanceof Y.XmlText) return deltaOf(node).map(({ insert, attributes = {} }) => [insert, sorted(attributes)]);
  if (node instanceof Y.XmlElement) return [node.nodeName, sorted(node.getAttributes()), childrenOf(node).map(heldBy)];
  return ['hook', node.hookName];
}

const deltaOf = (text: Y.XmlText): Delta => text.toDelta() as Delta;
const sorted = (attributes: Attributes): unknown[] => Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));

/** So many nodes at most are compared with each other for likeness; longer stretches are paired in their order. */
const mostCompared = 60;

/** Which of two rows of nodes belong together, in order, so that they have as many words in common as possible. */
function paired(now: readonly Node[], then: readonly Node[]): [number, number][] {
  if (now.length > mostCompared || then.length > mostCompared)
    return Array.from({ length: Math.min(now.length, then.length) }, (_, index): [number, number] => [index, index]).filter(([i, j]) => canBecome(now[i]!, then[j]!));
  const bagsNow = now.map(bagOf);
  const bagsThen = then.map(bagOf);
  // best[i][j]: the most that the rows from i and from j on can have in common
  const best = Array.from({ length: now.length + 1 }, () => new Array<number>(then.length + 1).fill(0));
  const likeness = (i: number, j: number): number => (canBecome(now[i]!, then[j]!) ? 0.5 + inCommon(bagsNow[i]!, bagsThen[j]!) : -1);
  for (let i = now.length - 1; i >= 0; i--)
    for (let j = then.length - 1; j >= 0; j--) best[i]![j] = Math.max(best[i + 1]![j]!, best[i]![j + 1]!, best[i + 1]![j + 1]! + likeness(i, j));
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < now.length && j < then.length; ) {
    if (canBecome(now[i]!, then[j]!) && best[i]![j] === best[i + 1]![j + 1]! + likeness(i, j)) pairs.push([i++, j++]);
    else if (best[i]![j] === best[i + 1]![j]) i++;
    else j++;
  }
  return pairs;
}

function canBecome(now: Node, then: Node): boolean {
  if (now instanceof Y.XmlText) return then instanceof Y.XmlText && isPlain(now) && isPlain(then);
  return now instanceof Y.XmlElement && then instanceof Y.XmlElement && now.nodeName === then.nodeName;
}

/** True if a text holds nothing but characters, as all that the editor writes. */
const isPlain = (text: Y.XmlText): boolean => deltaOf(text).every(({ insert }) => typeof insert === 'string');

function bagOf(node: Node): Map<string, number> {
  const bag = new Map<string, number>();
  for (const word of wordsOf(wordsIn(node))) if (word.trim()) bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
}

function wordsIn(node: Node): string {
  if (node instanceof Y.XmlText) return deltaOf(node).map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('');
  return node instanceof Y.XmlElement ? childrenOf(node).map(wordsIn).join(' ') : '';
}

function inCommon(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [word, count] of a) sum += Math.min(count, b.get(word) ?? 0);
  return sum;
}

function makeNode(live: Node, wanted: Node): void {
  if (live instanceof Y.XmlText && wanted instanceof Y.XmlText) makeMarkedText(live, wanted);
  else if (live instanceof Y.XmlElement && wanted instanceof Y.XmlElement) {
    const attributes = wanted.getAttributes();
    for (const [key, value] of Object.entries(attributes)) if (value !== undefined && JSON.stringify(live.getAttribute(key)) !== JSON.stringify(value)) live.setAttribute(key, value);
    makeChildren(live, wanted);
  }
}

/** Changes the words that differ and the marks that differ, and nothing else. */
function makeMarkedText(live: Y.XmlText, wanted: Y.XmlText): void {
  const now = charactersOf(live);
  const then = charactersOf(wanted);
  const steps: ({ retain: number; attributes?: Attributes } | { delete: number } | { insert: string; attributes: Attributes })[] = [];
  let [x, y] = [0, 0];
  const keep = (until: number): void => {
    for (; x < until; x++, y++) {
      const attributes = restyled(now.attributes[x]!, then.attributes[y]!);
      const last = steps.at(-1);
      if (last && 'retain' in last && JSON.stringify(last.attributes ?? {}) === JSON.stringify(attributes)) last.retain += 1;
      else steps.push({ retain: 1, ...(Object.keys(attributes).length > 0 && { attributes }) });
    }
  };
  for (const { at, remove, insert } of smallestChanges(now.text, then.text)) {
    keep(at);
    if (remove) steps.push({ delete: remove });
    x += remove;
    for (const unit of insert) {
      const attributes = then.attributes[y]!;
      const last = steps.at(-1);
      if (last && 'insert' in last && last.attributes === attributes) last.insert += unit;
      else steps.push({ insert: unit, attributes });
      y += unit.length;
    }
  }
  keep(now.text.length);
  live.applyDelta(steps);
}

/** The characters of a text and what each is marked with. */
function charactersOf(text: Y.XmlText): { readonly text: string; readonly attributes: readonly Attributes[] } {
  const attributes: Attributes[] = [];
  let all = '';
  for (const { insert, attributes: own = {} } of deltaOf(text)) {
    if (typeof insert !== 'string') continue;
    all += insert;
    for (let index = 0; index < insert.length; index++) attributes.push(own);
  }
  return { text: all, attributes };
}

/** What has to be set (or, by null, taken away) so that `from` becomes `to`. */
function restyled(from: Attributes, to: Attributes): Attributes {
  if (from === to) return {};
  return Object.fromEntries(
    [...new Set([...Object.keys(from), ...Object.keys(to)])].filter((key) => JSON.stringify(from[key]) !== JSON.stringify(to[key])).map((key) => [key, to[key] ?? null]),
  );
}

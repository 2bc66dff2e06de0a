import type * as Y from 'yjs';
import type { ProposalPart } from '@/lib/domain/comments';
import type { Item } from '@/lib/domain/items';
import type { Language } from '@/lib/domain/languages';
import { isPhase } from '@/lib/domain/phases';
import { changes } from '@/lib/domain/scenario';
import { soundInPlace } from '@/lib/domain/text';
import { editOrigins } from './edit-origins';
import { setChange } from './edits/edit-entities';
import { linesIn, rewriteRange, type TextPiece } from './edits/rewrite-range';
import { cellsOf, changeKey, entityOf, labelOf, rationaleOf, sectionOf, stateOf, type EntityKind } from './roots';
import { letterRange, plainSection, resolveAnchor, type TextAnchor, type TextRange } from './text-anchors';

/** What a proposed change would change. */
export interface ProposalTarget {
  readonly item: Item;
  readonly part: ProposalPart;
  /** The range that its thread is about, if it is about one. */
  readonly anchor: TextAnchor | null;
}

/**
 * What stands now where a change is proposed, as sound text (`soundInPlace`).
 * @returns null if there is no such place (any more): the item is deleted, the range's letters are gone, or the part does not
 *   belong to such an item. Paragraphs of a range are parted by `\n`. An empty `change`: not judged yet
 */
export function readTarget(doc: Y.Doc, { item, part, anchor }: ProposalTarget): string | null {
  if (part === 'change') {
    if (item.kind !== 'cell' || !isAlive(doc, item)) return null;
    const change = cellsOf(doc).get(changeKey(item.enterprise, item.dimension));
    return changes.find((known) => known === change) ?? '';
  }
  if (part === 'range') return rangeOf(doc, { item, part, anchor })?.text ?? null;
  const text = textOf(doc, item, part);
  return text ? plainOf(text) : null;
}

/**
 * Makes the change: one step, undone as one.
 * @param pieces what becomes of the text, word by word, so that what stays keeps its letters, marks and anchors; together
 *   they must be what stands there now. For `change`: `after` alone counts
 * @returns false, and nothing is done, if something else stands there now
 */
export function applyToTarget(doc: Y.Doc, target: ProposalTarget, before: string, after: string, pieces: readonly TextPiece[]): boolean {
  if (readTarget(doc, target) !== before) return false;
  const { item, part } = target;
  if (part === 'change') {
    if (item.kind === 'cell') setChange(doc, item.enterprise, item.dimension, changes.find((known) => known === after) ?? null);
    return true;
  }
  doc.transact(() => {
    if (part === 'range') {
      const { fragment, range } = rangeOf(doc, target)!;
      rewriteRange(fragment, range, pieces);
    } else rewriteText(textOf(doc, item, part)!, pieces);
  }, editOrigins.step);
  return true;
}

function rewriteText(text: Y.Text, pieces: readonly TextPiece[]): void {
  let at = 0;
  for (const { kind, text: words } of pieces) {
    if (kind === 'deleted') text.delete(at, words.length);
    else {
      if (kind === 'inserted') text.insert(at, words);
      at += words.length;
    }
  }
}

/** The label, the rationale or the state before or after that a part of an item is. */
function textOf(doc: Y.Doc, item: Item, part: Exclude<ProposalPart, 'range' | 'change'>): Y.Text | null {
  if (!isAlive(doc, item)) return null;
  if (part === 'rationale' || isPhase(part)) {
    if (item.kind !== 'cell') return null;
    return part === 'rationale' ? rationaleOf(doc, item.enterprise, item.dimension) : stateOf(doc, item.enterprise, item.dimension, part);
  }
  const language = part.slice('label:'.length) as Language;
  const kind = ({ role: 'roles', relation: 'relations', enterprise: 'enterprises' } as const)[item.kind as 'role' | 'relation' | 'enterprise'];
  return (kind && 'id' in item && labelOf(doc, kind, item.id, language)) || null;
}

/**
 * Where the range that a change is proposed for stands now, and what it says.
 * @returns null if its letters are gone, or it holds something that is no text
 */
export function rangeOf(doc: Y.Doc, { item, anchor }: ProposalTarget): { readonly fragment: Y.XmlFragment; readonly range: TextRange; readonly text: string } | null {
  if (item.kind !== 'section' || !anchor) return null;
  const fragment = sectionOf(doc, item.section, item.language);
  const plain = plainSection(fragment);
  const range = resolveAnchor(fragment, anchor, plain) ?? letterRange(fragment, anchor, plain);
  if (!range || range.to <= range.from || !linesIn(fragment, range, plain)) return null;
  return { fragment, range, text: plain.text.slice(range.from, range.to) };
}

function isAlive(doc: Y.Doc, item: Item): boolean {
  const lives = (kind: EntityKind, id: string): boolean => {
    const entity = entityOf(doc, kind, id);
    return entity !== undefined && entity.get('deleted') !== true;
  };
  switch (item.kind) {
    case 'scenario':
    case 'section':
      return true;
    case 'role':
      return lives('roles', item.id);
    case 'relation':
      return lives('relations', item.id);
    case 'enterprise':
      return lives('enterprises', item.id);
    case 'cell':
      return lives('enterprises', item.enterprise);
  }
}

const plainOf = (text: Y.Text): string => soundInPlace((text.toDelta() as { insert: unknown }[]).map(({ insert }) => (typeof insert === 'string' ? insert : '\ufffc')).join(''));

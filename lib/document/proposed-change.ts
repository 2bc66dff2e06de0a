import type * as Y from 'yjs';
import type { ProposalPart } from '@/lib/domain/comments';
import type { Item } from '@/lib/domain/items';
import type { Language } from '@/lib/domain/languages';
import { changes } from '@/lib/domain/scenario';
import { editOrigins } from './edit-origins';
import { setChange } from './edits/edit-entities';
import { cellsOf, changeKey, entityOf, labelOf, rationaleOf, sectionOf, type EntityKind } from './roots';
import { letterRange, plainSection, resolveAnchor, type TextAnchor } from './text-anchors';

/** What a proposed change would change. */
export interface ProposalTarget {
  readonly item: Item;
  readonly part: ProposalPart;
  /** The range that its thread is about, if it is about one. */
  readonly anchor: TextAnchor | null;
}

/** A stretch of a text as a word diff has it (`TextDiff`). */
export interface TextPiece {
  readonly kind: 'same' | 'inserted' | 'deleted';
  readonly text: string;
}

/**
 * What stands now where a change is proposed.
 * @returns null if there is no such place (any more): the item is deleted, the range's letters are gone, it runs over the
 *   end of a paragraph, or the part does not belong to such an item. An empty `change`: not judged yet
 */
export function readTarget(doc: Y.Doc, { item, part, anchor }: ProposalTarget): string | null {
  if (part === 'change') {
    if (item.kind !== 'cell' || !isAlive(doc, item)) return null;
    const change = cellsOf(doc).get(changeKey(item.enterprise, item.dimension));
    return changes.find((known) => known === change) ?? '';
  }
  const place = textPlace(doc, { item, part, anchor });
  return place && plainOf(place.text).slice(place.from, place.to);
}

/**
 * Makes the change: one step, undone as one.
 * @param pieces what becomes of the text, word by word, so that what stays keeps its letters, marks and anchors; together
 *   they must be what stands there now. For `change`: `after` alone counts
 * @returns false, and nothing is done, if something else stands there now
 */
export function applyToTarget(doc: Y.Doc, target: ProposalTarget, before: string, after: string, pieces: readonly TextPiece[]): boolean {
  if (readTarget(doc, target) !== before) return false;
  if (target.part === 'change') {
    const { item } = target;
    if (item.kind === 'cell') setChange(doc, item.enterprise, item.dimension, changes.find((known) => known === after) ?? null);
    return true;
  }
  const place = textPlace(doc, target);
  if (!place) return false;
  doc.transact(() => {
    let at = place.from;
    for (const { kind, text } of pieces) {
      if (kind === 'deleted') place.text.delete(at, text.length);
      else {
        if (kind === 'inserted') place.text.insert(at, text);
        at += text.length;
      }
    }
  }, editOrigins.step);
  return true;
}

interface TextPlace {
  readonly text: Y.Text;
  readonly from: number;
  readonly to: number;
}

function textPlace(doc: Y.Doc, { item, part, anchor }: ProposalTarget): TextPlace | null {
  if (!isAlive(doc, item)) return null;
  if (part === 'range') return item.kind === 'section' && anchor ? rangePlace(sectionOf(doc, item.section, item.language), anchor) : null;
  let text: Y.Text | undefined;
  if (part === 'rationale') text = item.kind === 'cell' ? rationaleOf(doc, item.enterprise, item.dimension) : undefined;
  else if (part !== 'change') {
    const language = part.slice('label:'.length) as Language;
    const kind = ({ role: 'roles', relation: 'relations', enterprise: 'enterprises' } as const)[item.kind as 'role' | 'relation' | 'enterprise'];
    text = kind && 'id' in item ? labelOf(doc, kind, item.id, language) : undefined;
  }
  return text ? { text, from: 0, to: text.length } : null;
}

/** Proposals stay inside one paragraph: new text of several would have to say where paragraphs end. */
function rangePlace(fragment: Y.XmlFragment, anchor: TextAnchor): TextPlace | null {
  const plain = plainSection(fragment);
  const range = resolveAnchor(fragment, anchor, plain) ?? letterRange(fragment, anchor, plain);
  const piece = range && plain.pieces.find(({ at, length }) => at <= range.from && range.to <= at + length);
  return range && piece && range.to > range.from ? { text: piece.node, from: range.from - piece.at, to: range.to - piece.at } : null;
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

const plainOf = (text: Y.Text): string => (text.toDelta() as { insert: unknown }[]).map(({ insert }) => (typeof insert === 'string' ? insert : '\ufffc')).join('');

import type * as Y from 'yjs';
import type { Evidence, EvidenceLink, RelationEvidence, RoleEvidence, TextEvidence } from '@/lib/domain/evidence';
import type { Language } from '@/lib/domain/languages';
import type { Dimension, SectionKey } from '@/lib/domain/scenario';
import { evidenceRef, placeOfPassage, readingOnce, type PlainReader } from '../cell-links';
import { cellsOf, entityOf, evidenceKey, evidenceRightForOf, reasonKey, sectionOf } from '../roots';
import { anchorAt, type TextRange } from '../text-anchors';
import { asOneStep } from './edit-entities';

/** A cell of the assessment. */
export interface CellPlace {
  readonly enterprise: string;
  readonly dimension: Dimension;
}

/** Names a reason for a cell's change, or takes it back. */
export function setReason(doc: Y.Doc, { enterprise, dimension }: CellPlace, reason: string, named: boolean): void {
  asOneStep(doc, () => write(doc, enterprise, reasonKey(enterprise, dimension, reason), named));
}

/** Names a role or relation as a cell's evidence, right for what it says on the screen. */
export function linkItem(doc: Y.Doc, cell: CellPlace, { rightFor, ...link }: RoleEvidence | RelationEvidence): void {
  asOneStep(doc, () => {
    if (write(doc, cell.enterprise, keyOf(cell, link), true)) evidenceRightForOf(doc).set(keyOf(cell, link), rightFor);
  });
}

/**
 * Names a passage of the wording as a cell's evidence, right for what it says now.
 * @returns what was linked; null if the range holds no words, or more than a quote may
 */
export function linkPassage(doc: Y.Doc, cell: CellPlace, section: SectionKey, language: Language, range: TextRange): EvidenceLink | null {
  const anchor = anchorAt(sectionOf(doc, section, language), range);
  if (!anchor) return null;
  const link = { kind: 'text', section, language, quote: anchor.quote } as const;
  asOneStep(doc, () => {
    write(doc, cell.enterprise, keyOf(cell, link), link.quote);
    evidenceRightForOf(doc).set(keyOf(cell, link), anchor);
  });
  return link;
}

/** Takes evidence away from a cell. */
export function unlinkEvidence(doc: Y.Doc, cell: CellPlace, link: EvidenceLink): void {
  asOneStep(doc, () => write(doc, cell.enterprise, keyOf(cell, link), false));
}

/**
 * Says that pieces of evidence still bear a cell's judgement, as one undo step; those that are gone stay as they are.
 * @param shown each with what it said on the screen (`confirmed`): what has been written since then asks for a look again
 */
export function confirmEvidence(doc: Y.Doc, cell: CellPlace, shown: readonly Evidence[]): void {
  const plainOf = readingOnce();
  asOneStep(doc, () => {
    for (const evidence of shown) {
      const key = keyOf(cell, evidence);
      if (evidence.kind !== 'text') evidenceRightForOf(doc).set(key, evidence.rightFor);
      else if (evidence.rightFor !== null) confirmPassage(doc, cell, key, { ...evidence, rightFor: evidence.rightFor }, plainOf);
    }
  });
}

function confirmPassage(doc: Y.Doc, cell: CellPlace, key: string, evidence: TextEvidence & { readonly rightFor: string }, plainOf: PlainReader): void {
  const range = placeOfPassage(doc, cell.enterprise, cell.dimension, evidence, plainOf);
  const stored = evidenceRightForOf(doc).get(key);
  const fragment = sectionOf(doc, evidence.section, evidence.language);
  const anchor = range && anchorAt(fragment, range, plainOf(fragment));
  if (anchor ?? stored) evidenceRightForOf(doc).set(key, { ...((anchor ?? stored) as object), quote: evidence.rightFor });
}

const keyOf = ({ enterprise, dimension }: CellPlace, link: EvidenceLink): string => evidenceKey(enterprise, dimension, evidenceRef(link));

/** @returns false if there is no such enterprise */
function write(doc: Y.Doc, enterprise: string, key: string, value: unknown): boolean {
  if (!entityOf(doc, 'enterprises', enterprise)) return false;
  const cells = cellsOf(doc);
  if ((cells.get(key) ?? false) !== value) cells.set(key, value);
  return true;
}

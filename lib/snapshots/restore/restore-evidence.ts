import type * as Y from 'yjs';
import { anchorOfPassage, evidenceRef, isAnchorOf, placeOfPassage, readCellLinks, readEvidence, readingOnce, type PlainReader } from '@/lib/document/cell-links';
import { cellsOf, evidenceKey, evidenceRightForOf, sectionOf } from '@/lib/document/roots';
import type { TextEvidence } from '@/lib/domain/evidence';
import { dimensions, type Dimension } from '@/lib/domain/scenario';
import { restoreValue } from './restore-value';

/**
 * Makes the cells of enterprises name the reasons and the evidence of another state of the document, right for what it was
 * right for then. The wording must have been restored before: passages are found in it.
 */
export function restoreEvidence(doc: Y.Doc, wanted: Y.Doc, enterprises: readonly string[]): void {
  restoreLinks(doc, wanted, new Set(enterprises));
  const links = readCellLinks(wanted);
  const plainOf = readingOnce();
  for (const enterprise of enterprises)
    for (const dimension of dimensions)
      for (const link of links.get(`${enterprise}:${dimension}`)?.evidence ?? []) {
        const evidence = readEvidence(wanted, enterprise, dimension, link, plainOf);
        if (evidence.kind === 'text') restorePassage(doc, wanted, enterprise, dimension, evidence, plainOf);
        else restoreValue(evidenceRightForOf(doc), evidenceRightForOf(wanted), evidenceKey(enterprise, dimension, evidenceRef(evidence)));
      }
}

function restoreLinks(doc: Y.Doc, wanted: Y.Doc, enterprises: ReadonlySet<string>): void {
  const keys = new Set([doc, wanted].flatMap((each) => [...cellsOf(each).keys()]));
  for (const key of keys) {
    const [enterprise = '', , field] = key.split(':');
    if (enterprises.has(enterprise) && (field === 'reason' || field === 'evidence')) restoreValue(cellsOf(doc), cellsOf(wanted), key);
  }
}

/** The letters to which a passage was anchored may have gone and come back as others: it is anchored anew where need be. */
function restorePassage(doc: Y.Doc, wanted: Y.Doc, enterprise: string, dimension: Dimension, evidence: TextEvidence, plainOf: PlainReader): void {
  const key = evidenceKey(enterprise, dimension, evidenceRef(evidence));
  const fragment = sectionOf(doc, evidence.section, evidence.language);
  const stored = evidenceRightForOf(doc);
  if (isAnchorOf(fragment, stored.get(key), evidence, plainOf)) return;
  if (evidence.rightFor === null || isAnchorOf(fragment, evidenceRightForOf(wanted).get(key), evidence, plainOf)) return restoreValue(stored, evidenceRightForOf(wanted), key);
  stored.set(key, anchorOfPassage(fragment, evidence.says, evidence.rightFor, plainOf, placeOfPassage(wanted, enterprise, dimension, evidence, plainOf)?.from));
}

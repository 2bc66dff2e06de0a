import type * as Y from 'yjs';
import type { Phase } from '@/lib/domain/phases';
import type { Box, Change, Claim, Dimension, Origin, RelationKind } from '@/lib/domain/scenario';
import { editOrigins } from '../edit-origins';
import { roundedBox } from '../rounded-box';
import { cellsOf, changeKey, entityOf, layoutKey, layoutOf, metaOf, type EntityKind } from '../roots';

/*
 * The edits of a scenario other than creating entities and typing. Each is one transaction and one undo step, writes
 * only what differs, and does nothing if the entity is gone. Call several inside `asOneStep` to make them one step.
 */

/** Runs edits as one transaction and one undo step. */
export function asOneStep<T>(doc: Y.Doc, edits: () => T): T {
  return doc.transact(edits, editOrigins.step);
}

/** Takes entities away by marking them; their content stays, so that undoing brings back what peers wrote meanwhile. */
export function deleteEntities(doc: Y.Doc, ids: Partial<Record<EntityKind, readonly string[]>>): void {
  asOneStep(doc, () => {
    for (const kind of Object.keys(ids) as EntityKind[]) for (const id of ids[kind] ?? []) write(doc, kind, id, 'deleted', true);
  });
}

/** Moves or resizes roles and notes of one phase: one array value each, rounded, written once per gesture. */
export function placeBoxes(doc: Y.Doc, phase: Phase, boxes: Readonly<Record<string, Box>>): void {
  asOneStep(doc, () => {
    for (const [id, box] of Object.entries(boxes)) {
      if (!entityOf(doc, 'roles', id) && !entityOf(doc, 'notes', id)) continue;
      const rounded = roundedBox(box);
      const key = layoutKey(phase, id);
      const now = layoutOf(doc).get(key);
      if (!Array.isArray(now) || rounded.some((value, index) => value !== now[index])) layoutOf(doc).set(key, rounded);
    }
  });
}

/** Lets a role stand in a phase, or takes it out of it; its enterprise there is kept, or taken over from the other phase. */
export function setRolePhase(doc: Y.Doc, id: string, phase: Phase, stands: boolean): void {
  asOneStep(doc, () => {
    const role = entityOf(doc, 'roles', id);
    if (!role) return;
    const other: Phase = phase === 'before' ? 'after' : 'before';
    if (stands && role.get(`enterprise:${phase}`) == null) {
      const enterprise = role.get(`enterprise:${other}`);
      if (typeof enterprise === 'string') write(doc, 'roles', id, `enterprise:${phase}`, enterprise);
    }
    const box = layoutOf(doc).get(layoutKey(other, id));
    if (stands && box && !layoutOf(doc).has(layoutKey(phase, id))) layoutOf(doc).set(layoutKey(phase, id), box);
    write(doc, 'roles', id, phase, stands);
  });
}

/** Says which enterprise assumes the role in a phase; null: none that is considered (white). */
export function setRoleEnterprise(doc: Y.Doc, id: string, phase: Phase, enterprise: string | null): void {
  asOneStep(doc, () => write(doc, 'roles', id, `enterprise:${phase}`, enterprise));
}

export function setRelationPhase(doc: Y.Doc, id: string, phase: Phase, stands: boolean): void {
  asOneStep(doc, () => write(doc, 'relations', id, phase, stands));
}

/** Re-routes a relation: either end, or both. */
export function setRelationEnds(doc: Y.Doc, id: string, ends: { readonly source?: string; readonly target?: string }): void {
  asOneStep(doc, () => {
    if (ends.source !== undefined) write(doc, 'relations', id, 'source', ends.source);
    if (ends.target !== undefined) write(doc, 'relations', id, 'target', ends.target);
  });
}

export function setRelationKind(doc: Y.Doc, id: string, kind: RelationKind | null): void {
  asOneStep(doc, () => write(doc, 'relations', id, 'kind', kind));
}

export function setEnterpriseColour(doc: Y.Doc, id: string, colour: number): void {
  asOneStep(doc, () => write(doc, 'enterprises', id, 'colour', colour));
}

export function setEnterpriseNewInFuture(doc: Y.Doc, id: string, isNew: boolean): void {
  asOneStep(doc, () => write(doc, 'enterprises', id, 'newInFuture', isNew));
}

/** Notes which verdict the wording pronounces on an enterprise; null: none. */
export function setClaim(doc: Y.Doc, id: string, claim: Claim | null): void {
  asOneStep(doc, () => {
    if ((entityOf(doc, 'enterprises', id)?.get('claim') ?? null) !== claim) write(doc, 'enterprises', id, 'claim', claim);
  });
}

/** Judges a cell of the assessment; null: not judged yet. */
export function setChange(doc: Y.Doc, enterprise: string, dimension: Dimension, change: Change | null): void {
  asOneStep(doc, () => {
    const key = changeKey(enterprise, dimension);
    if (entityOf(doc, 'enterprises', enterprise) && (cellsOf(doc).get(key) ?? null) !== change) cellsOf(doc).set(key, change);
  });
}

export function setOrigin(doc: Y.Doc, origin: Origin | null): void {
  asOneStep(doc, () => writeMeta(doc, 'origin', origin));
}

export function setBestPractice(doc: Y.Doc, bestPractice: string | null): void {
  asOneStep(doc, () => writeMeta(doc, 'bestPractice', bestPractice));
}

function write(doc: Y.Doc, kind: EntityKind, id: string, key: string, value: unknown): void {
  const entity = entityOf(doc, kind, id);
  if (entity && entity.get(key) !== value) entity.set(key, value);
}

function writeMeta(doc: Y.Doc, key: 'origin' | 'bestPractice', value: string | null): void {
  if ((metaOf(doc).get(key) ?? null) !== value) metaOf(doc).set(key, value);
}

import type { TLShapeId } from 'tldraw';
import type * as Y from 'yjs';
import { asOneStep, deleteEntities } from '@/lib/document/edits/edit-entities';
import { dropFromPhase } from '@/lib/document/edits/edit-phases';
import type { Phase } from '@/lib/domain/phases';
import type { Scenario } from '@/lib/domain/scenario';
import { entityOfShape } from './shapes/canvas-shapes';

/** Takes shapes away from the phase shown, as one step: roles and relations as `dropFromPhase` does, notes for good. */
export function takeAway(doc: Y.Doc, scenario: Scenario, phase: Phase, shapes: readonly TLShapeId[]): void {
  const entities = shapes.map(entityOfShape);
  const idsOf = (kind: 'role' | 'relation' | 'note'): string[] => entities.flatMap((entity) => (entity?.kind === kind ? [entity.id] : []));
  asOneStep(doc, () => {
    deleteEntities(doc, { notes: idsOf('note') });
    dropFromPhase(doc, scenario, phase, { roles: idsOf('role'), relations: idsOf('relation') });
  });
}

import type { TLShapeId } from 'tldraw';
import type * as Y from 'yjs';
import { asOneStep, deleteEntities, setRelationPhase, setRolePhase } from '@/lib/document/edits/edit-entities';
import type { Phase } from '@/lib/domain/phases';
import type { Scenario } from '@/lib/domain/scenario';
import { entityOfShape } from './shapes/canvas-shapes';

/**
 * Takes shapes away from the phase shown, as one step: what stands in the other phase, too, stays there; all else is
 * deleted. Relations of a role that leaves need no edit, the projection hides them.
 */
export function takeAway(doc: Y.Doc, scenario: Scenario, phase: Phase, shapes: readonly TLShapeId[]): void {
  const other: Phase = phase === 'before' ? 'after' : 'before';
  asOneStep(doc, () => {
    for (const shape of shapes) {
      const entity = entityOfShape(shape);
      if (entity?.kind === 'note') deleteEntities(doc, { notes: [entity.id] });
      if (entity?.kind === 'role') {
        if (scenario.roles.find((role) => role.id === entity.id)?.phases[other]) setRolePhase(doc, entity.id, phase, false);
        else deleteEntities(doc, { roles: [entity.id] });
      }
      if (entity?.kind === 'relation') {
        if (scenario.relations.find((relation) => relation.id === entity.id)?.phases.includes(other)) setRelationPhase(doc, entity.id, phase, false);
        else deleteEntities(doc, { relations: [entity.id] });
      }
    }
  });
}

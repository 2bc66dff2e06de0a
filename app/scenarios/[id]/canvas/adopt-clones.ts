import { newEntityId, type NewEntities, type NewNote, type NewRole } from '@/lib/document/edits/create-entities';
import { emptyLocalized } from '@/lib/domain/languages';
import type { Phase } from '@/lib/domain/phases';
import type { Box, Scenario } from '@/lib/domain/scenario';
import type { CanvasShape } from './shapes/canvas-shapes';

/**
 * What dragging with Alt has cloned, as new entities: a clone of a role is a new role of this phase with the same
 * enterprise and the label in the language shown; null if nothing was cloned. Relations are not cloned by a drag.
 */
export function clonesOf(clones: readonly CanvasShape[], { enterprises }: Scenario, phase: Phase): NewEntities | null {
  const roles: NewRole[] = [];
  const notes: NewNote[] = [];
  for (const { x, y, ...clone } of clones) {
    if (clone.type === 'relation') continue;
    const box: Box = [x, y, clone.props.w, clone.props.h];
    if (clone.type === 'working-note') notes.push({ id: newEntityId(), text: clone.props.text, phase, box });
    else {
      const { label, lang, colour, enterprise } = clone.props;
      const assumed = enterprises.find((each) => each.colour === colour && Object.values(each.name).includes(enterprise));
      roles.push({ id: newEntityId(), label: { ...emptyLocalized, [lang]: label }, phases: { [phase]: { enterprise: assumed?.id ?? null, box } } });
    }
  }
  return roles.length || notes.length ? { roles, notes } : null;
}

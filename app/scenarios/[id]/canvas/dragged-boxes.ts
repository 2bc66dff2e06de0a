import type { Phase } from '@/lib/domain/phases';
import type { Box, Scenario } from '@/lib/domain/scenario';
import type { Peer } from '../session/scenario-session';

/**
 * Where others are dragging roles and notes of a phase right now: `role:<id>` or `note:<id>` → box. What makes no sense
 * is left out; of two people who drag the same thing, the one who comes later in the list is shown.
 */
export function draggedBoxes(peers: readonly Peer[], phase: Phase, { roles, notes }: Scenario): ReadonlyMap<string, Box> {
  const boxes = new Map<string, Box>();
  for (const { presence } of peers) {
    if (presence.drag?.phase !== phase || typeof presence.drag.boxes !== 'object' || !presence.drag.boxes) continue;
    for (const [id, box] of Object.entries(presence.drag.boxes)) {
      const kind = roles.some((role) => role.id === id) ? 'role' : notes.some((note) => note.id === id) ? 'note' : null;
      if (kind && isBox(box)) boxes.set(`${kind}:${id}`, box);
    }
  }
  return boxes;
}

/** As far from the origin as anything on a canvas may be. */
const furthest = 1_000_000;

function isBox(value: unknown): value is Box {
  if (!Array.isArray(value) || value.length !== 4) return false;
  const [, , width, height] = value as number[];
  return value.every((part) => typeof part === 'number' && Math.abs(part) < furthest) && width! > 0 && height! > 0;
}

/** Where the document has a role or note, by its name; null where it has none for it. */
export function placeOf({ roles, notes }: Scenario, phase: Phase, name: string): Box | null {
  const [kind, id] = [name.slice(0, 4), name.slice(5)];
  if (kind === 'role') return roles.find((role) => role.id === id)?.phases[phase]?.box ?? null;
  return notes.find((note) => note.id === id)?.box ?? null;
}

import type { Phase } from '@/lib/domain/phases';
import type { Box, Note, Scenario } from '@/lib/domain/scenario';

/** Size of a role and of a note that nobody has sized yet. */
export const roleSize = { width: 168, height: 72 } as const;
export const noteSize = { width: 200, height: 120 } as const;

const columnGap = 150;
const rowGap = 56;

/**
 * A box for each role and note of a phase: its own, or for those without one a place that follows from the scenario
 * alone, so that everybody sees the same. If none is placed yet, roles stand in layers from suppliers to customers; else
 * the missing ones stand in rows below the placed ones. Never written by itself: only once somebody moves something.
 */
export function placedBoxes(scenario: Scenario, phase: Phase): ReadonlyMap<string, Box> {
  const boxes = new Map<string, Box>();
  const missing: string[] = [];
  for (const role of scenario.roles) {
    const placement = role.phases[phase];
    if (placement?.box) boxes.set(`role:${role.id}`, placement.box);
    else if (placement) missing.push(role.id);
  }
  const notes = scenario.notes.filter((note) => note.phase === phase);
  for (const note of notes) if (note.box) boxes.set(`note:${note.id}`, note.box);

  const isEmpty = boxes.size === 0;
  const rows = isEmpty ? layers(scenario, phase, missing) : chunks(missing, 5);
  const top = isEmpty ? 0 : Math.max(...[...boxes.values()].map(([, y, , height]) => y + height)) + rowGap;
  const left = isEmpty ? 0 : Math.min(...[...boxes.values()].map(([x]) => x));
  rows.forEach((row, index) => {
    row.forEach((id, place) => {
      // Layers run from left to right, rows from top to bottom.
      const [column, line] = isEmpty ? [index, place - (row.length - 1) / 2] : [place, index];
      boxes.set(`role:${id}`, [
        left + column * (roleSize.width + columnGap),
        Math.round(top + line * (roleSize.height + rowGap)),
        roleSize.width,
        roleSize.height,
      ]);
    });
  });
  placeNotes(notes, boxes);
  return boxes;
}

function placeNotes(notes: readonly Note[], boxes: Map<string, Box>): void {
  const missing = notes.filter((note) => !note.box);
  if (!missing.length) return;
  const right = Math.max(0, ...[...boxes.values()].map(([x, , width]) => x + width + columnGap));
  missing.forEach((note, index) => {
    boxes.set(`note:${note.id}`, [right, index * (noteSize.height + rowGap), noteSize.width, noteSize.height]);
  });
}

/** The longest way from a supplier, cycles cut where they close. */
function layers(scenario: Scenario, phase: Phase, ids: readonly string[]): string[][] {
  const suppliers = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const relation of scenario.relations)
    if (relation.phases.includes(phase) && relation.source !== relation.target) suppliers.get(relation.target)?.push(relation.source);
  const depth = new Map<string, number>();
  const depthOf = (id: string, way: ReadonlySet<string>): number => {
    const known = depth.get(id);
    if (known !== undefined) return known;
    if (way.has(id)) return -1;
    const here = new Set(way).add(id);
    const value = 1 + Math.max(-1, ...(suppliers.get(id) ?? []).filter((other) => suppliers.has(other)).map((other) => depthOf(other, here)));
    depth.set(id, value);
    return value;
  };
  const result: string[][] = [];
  for (const id of ids) (result[depthOf(id, new Set())] ??= []).push(id);
  return Array.from(result, (layer) => layer ?? []);
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}

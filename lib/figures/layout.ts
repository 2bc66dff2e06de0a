import type { Phase } from '@/lib/domain/phases';
import type { Box, Scenario } from '@/lib/domain/scenario';
import { leastLine } from './shown-text';
import { wrapText } from './text-metrics';

/** Size of a role and of a note that nobody has sized yet. */
export const roleSize = { width: 168, height: 72 } as const;
export const noteSize = { width: 200, height: 120 } as const;

const columnGap = 150;
const rowGap = 56;
const noteText = { fontSize: 14, lineHeight: 1.35, padding: 12 } as const;

/** Longer notes don't make room for more than this; they are drawn as high as they need. */
const mostMeasured = 2_000;

/** The height that a note of this width needs for its text. */
export function noteHeight(text: string, width: number): number {
  const lines = wrapText(text.slice(0, mostMeasured), Math.max(leastLine, width - 2 * noteText.padding), noteText.fontSize).length;
  return Math.max(noteSize.height, Math.ceil(lines * noteText.fontSize * noteText.lineHeight + 2 * noteText.padding));
}

/** So many of those that were added later stand beside each other. */
const perRow = 5;

/**
 * A box for each role and note of a phase, by id: its own, or for those without one a place that follows from the
 * scenario alone, so that everybody sees the same. If none is placed yet, roles stand in layers from suppliers to
 * customers, left to right; else the missing ones stand in rows below the placed ones, and notes to the right of all.
 */
export function layoutPhase(scenario: Scenario, phase: Phase): Readonly<Record<string, Box>> {
  const boxes = new Map<string, Box>();
  const missing: string[] = [];
  for (const role of scenario.roles) {
    const placement = role.phases[phase];
    if (placement?.box) boxes.set(role.id, placement.box);
    else if (placement) missing.push(role.id);
  }
  const notes = scenario.notes.filter((note) => note.phase === phase);
  for (const note of notes) if (note.box) boxes.set(note.id, note.box);

  const placed = [...boxes.values()];
  if (placed.length === 0) inLayers(scenario, phase, missing, boxes);
  else {
    const top = placed.reduce((lowest, [, y, , height]) => Math.max(lowest, y + height), -Infinity) + rowGap;
    const left = placed.reduce((least, [x]) => Math.min(least, x), Infinity);
    missing.forEach((id, index) => boxes.set(id, cellAt(left, top, index % perRow, Math.floor(index / perRow))));
  }

  const right = [...boxes.values()].reduce((most, [x, , width]) => Math.max(most, x + width + columnGap), 0);
  let below = 0;
  for (const note of notes) {
    if (note.box) continue;
    const height = noteHeight(note.text, noteSize.width);
    boxes.set(note.id, [right, below, noteSize.width, height]);
    below += height + rowGap;
  }
  return Object.fromEntries(boxes);
}

/** The boxes that `layoutPhase` gives to those without one. */
export function unplacedBoxes(scenario: Scenario, phase: Phase): Readonly<Record<string, Box>> {
  const placed = new Set([...scenario.roles.filter((role) => role.phases[phase]?.box), ...scenario.notes.filter((note) => note.box)].map(({ id }) => id));
  return Object.fromEntries(Object.entries(layoutPhase(scenario, phase)).filter(([id]) => !placed.has(id)));
}

function cellAt(left: number, top: number, column: number, line: number): Box {
  return [left + column * (roleSize.width + columnGap), Math.round(top + line * (roleSize.height + rowGap)), roleSize.width, roleSize.height];
}

/** Each layer is a column, centred on the same axis. */
function inLayers(scenario: Scenario, phase: Phase, ids: readonly string[], boxes: Map<string, Box>): void {
  layers(scenario, phase, ids).forEach((layer, column) =>
    layer.forEach((id, place) => boxes.set(id, cellAt(0, 0, column, place - (layer.length - 1) / 2))),
  );
}

/** A role's layer is the longest way to it from a supplier; cycles are cut where they close. */
function layers(scenario: Scenario, phase: Phase, ids: readonly string[]): string[][] {
  const suppliers = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const { source, target, phases } of scenario.relations)
    if (phases.includes(phase) && source !== target && suppliers.has(source)) suppliers.get(target)?.push(source);
  const depth = new Map<string, number>();
  const depthOf = (id: string, way: ReadonlySet<string>): number => {
    const known = depth.get(id);
    if (known !== undefined) return known;
    if (way.has(id)) return -1;
    const here = new Set(way).add(id);
    const value = 1 + Math.max(-1, ...suppliers.get(id)!.map((supplier) => depthOf(supplier, here)));
    depth.set(id, value);
    return value;
  };
  const result: string[][] = [];
  for (const id of ids) (result[depthOf(id, new Set())] ??= []).push(id);
  return Array.from(result, (layer) => layer ?? []);
}

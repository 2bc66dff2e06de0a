import { z } from 'zod';
import { newEntityId, type NewEntities } from '@/lib/document/edits/create-entities';
import { languages } from '@/lib/domain/languages';
import type { Phase } from '@/lib/domain/phases';
import { relationKinds, type Box, type Scenario } from '@/lib/domain/scenario';
import { enterpriseColours, nextColour } from '@/lib/figures/palette';
import { layoutPhase } from '@/lib/figures/layout';

/** The type under which a piece of network lies in the clipboard. */
export const clipboardType = 'application/vnd.accord.network+json';

const text = z.string().max(20_000);
const localized = z.object(Object.fromEntries(languages.map((language) => [language, text])) as Record<(typeof languages)[number], typeof text>);
const box = z.tuple([z.number(), z.number(), z.number().positive(), z.number().positive()]);
const piece = z.object({
  format: z.literal('accord-network'),
  version: z.literal(1),
  /** Where the piece was cut out. */
  scenario: z.string().optional(),
  enterprises: z.array(z.object({ id: z.string(), name: localized, colour: z.number().int().nonnegative() })).max(200),
  roles: z.array(z.object({ id: z.string(), label: localized, enterprise: z.string().nullable(), box })).max(500),
  relations: z.array(z.object({ label: localized, kind: z.enum(relationKinds).nullable(), source: z.string(), target: z.string() })).max(1_500),
  notes: z.array(z.object({ text, box })).max(500),
});
/** Roles, relations and notes on their way from one place to another; ids mean something within the piece and in the scenario it comes from. */
export type Piece = z.infer<typeof piece>;

/**
 * The piece of a network that is selected: roles and notes as they stand in the phase, every relation between two of the
 * roles, and relations selected by themselves.
 */
export function cutOut(scenario: Scenario, phase: Phase, names: readonly string[]): Piece {
  const selected = new Set(names);
  const layout = layoutPhase(scenario, phase);
  const roles = scenario.roles.filter((role) => selected.has(`role:${role.id}`) && role.phases[phase]);
  const ids = new Set(roles.map((role) => role.id));
  const assumed = new Set(roles.map((role) => role.phases[phase]!.enterprise));
  return {
    format: 'accord-network',
    version: 1,
    enterprises: scenario.enterprises.filter(({ id }) => assumed.has(id)).map(({ id, name, colour }) => ({ id, name: { ...name }, colour })),
    roles: roles.map(({ id, label, phases }) => ({ id, label: { ...label }, enterprise: phases[phase]!.enterprise, box: [...layout[id]!] })),
    relations: scenario.relations
      .filter(({ id, source, target, phases }) => phases.includes(phase) && ((ids.has(source) && ids.has(target)) || selected.has(`relation:${id}`)))
      .map(({ label, kind, source, target }) => ({ label: { ...label }, kind, source, target })),
    notes: scenario.notes.filter((note) => selected.has(`note:${note.id}`) && note.phase === phase).map((note) => ({ text: note.text, box: [...layout[note.id]!] })),
  };
}

export const isEmptyPiece = ({ roles, relations, notes }: Piece): boolean => !roles.length && !relations.length && !notes.length;

/** Reads what a clipboard holds; null if it is no piece of a network. */
export function readPiece(json: string): Piece | null {
  try {
    const parsed = piece.safeParse(JSON.parse(json));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** How far a copy stands off what it would cover. */
const step = 24;

export interface Insertion {
  readonly dx: number;
  readonly dy: number;
  /** The piece comes from this very scenario. */
  readonly isOwn?: boolean;
}

/**
 * A piece as new entities of a phase, moved by an offset, and further if it would cover what stands there exactly.
 * Enterprises are found again by their id if the piece comes from this scenario, by their name in any language, else they
 * are created. A relation one of whose roles is not in the piece ends at the scenario's own role of that id, if
 * there is one.
 */
export function insertPiece(scenario: Scenario, phase: Phase, { enterprises, roles, relations, notes }: Piece, { dx, dy, isOwn = false }: Insertion): NewEntities {
  const places = [...roles, ...notes].map((each) => each.box);
  const off = offset(Object.values(layoutPhase(scenario, phase)), places, dx, dy);
  const moved = ([x, y, width, height]: Piece['notes'][number]['box']): [number, number, number, number] => [x + dx + off, y + dy + off, width, height];
  const used = scenario.enterprises.map(({ colour }) => colour);
  const created: { id: string; name: Piece['enterprises'][number]['name']; colour: number }[] = [];
  const enterpriseIds = new Map<string, string>();
  for (const { id, name, colour } of enterprises) {
    const same = isOwn ? scenario.enterprises.find((other) => other.id === id) : undefined;
    const known = same ?? scenario.enterprises.find((other) => languages.some((language) => name[language].trim() && other.name[language] === name[language]));
    if (known) {
      enterpriseIds.set(id, known.id);
      continue;
    }
    const own = { id: newEntityId(), name, colour: used.includes(colour) ? nextColour(used) : colour % enterpriseColours.length };
    used.push(own.colour);
    created.push(own);
    enterpriseIds.set(id, own.id);
  }
  const roleIds = new Map(roles.map(({ id }) => [id, newEntityId()]));
  const endOf = (id: string): string | undefined => roleIds.get(id) ?? scenario.roles.find((role) => role.id === id && role.phases[phase])?.id;
  return {
    enterprises: created,
    roles: roles.map(({ id, label, enterprise, box: place }) => ({
      id: roleIds.get(id)!,
      label,
      phases: { [phase]: { enterprise: (enterprise !== null && enterpriseIds.get(enterprise)) || null, box: moved(place) } },
    })),
    relations: relations.flatMap(({ label, kind, source, target }) => {
      const [from, to] = [endOf(source), endOf(target)];
      return from && to ? [{ label, kind, source: from, target: to, phases: [phase] }] : [];
    }),
    notes: notes.map(({ text: words, box: place }) => ({ text: words, phase, box: moved(place) })),
  };
}

/** By how much more a piece has to be moved so that none of its boxes lies in the place of another. */
function offset(there: readonly Box[], boxes: readonly Piece['notes'][number]['box'][], dx: number, dy: number): number {
  const covers = (off: number): boolean =>
    boxes.some(([x, y]) => there.some(([left, top]) => Math.abs(x + dx + off - left) < step / 2 && Math.abs(y + dy + off - top) < step / 2));
  let off = 0;
  while (covers(off)) off += step;
  return off;
}

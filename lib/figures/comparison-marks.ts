import { languages, type Localized } from '@/lib/domain/languages';
import type { Phase } from '@/lib/domain/phases';
import type { Box, Relation, Role, Scenario } from '@/lib/domain/scenario';
import type { FigureColours } from './figure-theme';
import { overlap } from './geometry';
import { layoutPhase } from './layout';
import { element } from './svg';

/** What became of a role, relation or enterprise between two versions, in one phase. */
export const comparisonMarks = ['added', 'dropped', 'moved', 'rerouted', 'relabelled', 'kind'] as const;
export type ComparisonMark = (typeof comparisonMarks)[number];

/** By name of an item: `role:<id>`, `relation:<id>`, `enterprise:<id>`. */
export type ComparisonMarks = ReadonlyMap<string, readonly ComparisonMark[]>;

/** Follows the id of a relation that is drawn on its former way; no id holds it. */
const formerly = '~';
export const itemIdOf = (id: string): string => id.split(formerly)[0]!;

/**
 * Two versions of a network laid over each other: what stands in the newer one, what it no longer has at the place where
 * it was, and the former way of what was re-routed.
 */
export function overlayNetworks(before: Scenario, after: Scenario, phase: Phase): { scenario: Scenario; marks: ComparisonMarks } {
  const marks = new Map<string, ComparisonMark[]>();
  const mark = (name: string, ...all: (ComparisonMark | false)[]): void => {
    const own = all.filter((each) => each !== false);
    if (own.length) marks.set(name, [...(marks.get(name) ?? []), ...own]);
  };
  const rolesBefore = standing(before, phase);
  const rolesAfter = standing(after, phase);
  for (const [id, role] of rolesAfter) {
    const old = rolesBefore.get(id);
    mark(`role:${id}`, !old && 'added', !!old && old.phases[phase]!.enterprise !== role.phases[phase]!.enterprise && 'moved', !!old && !isSameLabel(old.label, role.label) && 'relabelled');
  }
  const gone = [...rolesBefore.values()].filter(({ id }) => !rolesAfter.has(id));
  for (const { id } of gone) mark(`role:${id}`, 'dropped');

  const relationsBefore = new Map(before.relations.filter(({ phases }) => phases.includes(phase)).map((relation) => [relation.id, relation]));
  const relationsAfter = new Map(after.relations.filter(({ phases }) => phases.includes(phase)).map((relation) => [relation.id, relation]));
  const former: Relation[] = [];
  for (const [id, relation] of relationsAfter) {
    const old = relationsBefore.get(id);
    const isRerouted = !!old && (old.source !== relation.source || old.target !== relation.target);
    mark(`relation:${id}`, !old && 'added', isRerouted && 'rerouted', !!old && !isSameLabel(old.label, relation.label) && 'relabelled', !!old && old.kind !== relation.kind && 'kind');
    if (isRerouted) former.push({ ...old, id: `${id}${formerly}`, phases: [phase] });
  }
  for (const [id, relation] of relationsBefore) if (!relationsAfter.has(id)) former.push({ ...relation, phases: [phase] });
  for (const { id } of former) mark(`relation:${id}`, 'dropped');

  for (const enterprise of after.enterprises) {
    const old = before.enterprises.find(({ id }) => id === enterprise.id);
    if (old && !isSameLabel(old.name, enterprise.name)) mark(`enterprise:${enterprise.id}`, 'relabelled');
  }
  const known = new Set(after.enterprises.map(({ id }) => id));
  return {
    scenario: {
      ...after,
      enterprises: [...after.enterprises, ...before.enterprises.filter(({ id }) => !known.has(id))],
      roles: [...after.roles.filter(({ id }) => rolesAfter.has(id)), ...asideOf(before, after, phase, gone)],
      relations: [...after.relations.filter(({ id }) => relationsAfter.has(id)), ...former],
    },
    marks,
  };
}

const standing = (scenario: Scenario, phase: Phase): Map<string, Role> => new Map(scenario.roles.filter((role) => role.phases[phase]).map((role) => [role.id, role]));
const isSameLabel = (a: Localized, b: Localized): boolean => languages.every((language) => a[language].normalize('NFC') === b[language].normalize('NFC'));

/** Roles that are gone, where they stood; further down if something else stands there now. */
function asideOf(before: Scenario, after: Scenario, phase: Phase, gone: readonly Role[]): Role[] {
  const then = layoutPhase(before, phase);
  const taken: Box[] = Object.values(layoutPhase(after, phase));
  return gone.map((role) => {
    let box = then[role.id]!;
    for (let step = 0; step < 40 && taken.some((other) => overlap(other, box) > 0); step++) box = [box[0], box[1] + box[3] / 2, box[2], box[3]];
    taken.push(box);
    return { ...role, phases: { [phase]: { enterprise: role.phases[phase]!.enterprise, box } } };
  });
}

const signs: Readonly<Record<ComparisonMark, string>> = {
  added: 'M-4 0H4M0 -4V4',
  dropped: 'M-4 0H4',
  moved: 'M-4.5 0H4M0.5 -3.5L4 0L0.5 3.5',
  rerouted: 'M-4 -4V1.5H4M1 -1.5L4 1.5L1 4.5',
  relabelled: 'M-3.5 4L0 -4.5L3.5 4M-2.2 1.2H2.2',
  kind: 'M-4.5 -1.5Q-2.2 -4.5 0 -1.5T4.5 -1.5M-4.5 3Q-2.2 0 0 3T4.5 3',
};

/** The sign of a mark, around a point: a shape, not a colour. */
export function comparisonBadge(mark: ComparisonMark, x: number, y: number, colours: FigureColours): string {
  const isGone = mark === 'dropped';
  return element(
    'g',
    { transform: `translate(${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10})`, 'data-mark': mark },
    element('circle', { r: 8.5, fill: isGone ? colours.paper : colours.ink, stroke: isGone ? colours.ink : colours.paper, 'stroke-width': 1.5 }),
    element('path', { d: signs[mark], stroke: isGone ? colours.ink : colours.paper, 'stroke-width': 1.8, 'stroke-linecap': 'round', 'stroke-linejoin': 'round', fill: 'none' }),
  );
}

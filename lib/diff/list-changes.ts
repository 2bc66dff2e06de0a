import { itemName } from '@/lib/domain/items';
import { phases } from '@/lib/domain/phases';
import { isSameLinks } from './diff-scenario';
import type { ScenarioDiff } from './scenario-diff';

/** What can have become of an item. */
export const changeKinds = ['added', 'dropped', 'relabelled', 'moved', 'stands', 'rerouted', 'kind', 'new-in-future', 'claim', 'reworded', 'judged', 'states', 'reasons', 'evidence', 'title', 'origin', 'best-practice', 'leading-language'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** An item and all that has become of it. */
export interface ListedChange {
  /** `itemName` */
  readonly item: string;
  readonly kinds: readonly ChangeKind[];
}

/**
 * The items in which two versions differ, in reading order: the scenario itself, wording, network, assessment. Places on
 * the canvas, colours, working notes and what a text or evidence was declared right for are no part of what is agreed (design.md, "Agreement") and not listed; nor are the
 * cells of an enterprise that came or went, which are said with it.
 */
export function listChanges(diff: ScenarioDiff): ListedChange[] {
  const { roles, relations, enterprises } = diff;
  const listed = (item: string, ...kinds: (ChangeKind | false)[]): ListedChange[] => {
    const own = kinds.filter((kind) => kind !== false);
    return own.length ? [{ item, kinds: own }] : [];
  };
  const named = (label: object): ChangeKind | false => Object.keys(label).length > 0 && 'relabelled';
  const came = new Set(enterprises.added.map(({ id }) => id));
  return [
    ...listed('scenario', Object.keys(diff.title).length > 0 && 'title', diff.origin !== null && 'origin', diff.bestPractice !== null && 'best-practice', diff.leadingLanguage !== null && 'leading-language'),
    ...diff.sections.flatMap(({ section, language }) => listed(itemName({ kind: 'section', section, language }), 'reworded')),
    ...roles.added.flatMap(({ id }) => listed(`role:${id}`, 'added')),
    ...roles.dropped.flatMap(({ id }) => listed(`role:${id}`, 'dropped')),
    ...roles.changed.flatMap(({ id, label, phases: placements }) => {
      const moves = phases.flatMap((phase) => placements[phase] ?? []);
      return listed(
        `role:${id}`,
        named(label),
        moves.some(({ from, to }) => from !== null && to !== null && from.enterprise !== to.enterprise) && 'moved',
        moves.some(({ from, to }) => (from === null) !== (to === null)) && 'stands',
      );
    }),
    ...relations.added.flatMap(({ id }) => listed(`relation:${id}`, 'added')),
    ...relations.dropped.flatMap(({ id }) => listed(`relation:${id}`, 'dropped')),
    ...relations.changed.flatMap(({ id, label, kind, source, target, phases: stands }) =>
      listed(`relation:${id}`, named(label), (source ?? target) !== undefined && 'rerouted', kind !== undefined && 'kind', stands !== undefined && 'stands'),
    ),
    ...enterprises.added.flatMap(({ id }) => listed(`enterprise:${id}`, 'added')),
    ...enterprises.dropped.flatMap(({ id }) => listed(`enterprise:${id}`, 'dropped')),
    ...enterprises.changed.flatMap(({ id, name, newInFuture, claim, claimReason }) =>
      listed(`enterprise:${id}`, named(name), newInFuture !== undefined && 'new-in-future', (claim !== undefined || claimReason !== null) && 'claim'),
    ),
    ...diff.cells.filter(({ enterprise }) => !came.has(enterprise)).flatMap(({ enterprise, dimension, change, rationale, before, after, reasons, renamedReasons, evidence }) =>
      listed(
        itemName({ kind: 'cell', enterprise, dimension }),
        change !== undefined && 'judged',
        rationale !== null && 'reworded',
        (before ?? after) !== null && 'states',
        (reasons ?? renamedReasons) !== undefined && 'reasons',
        evidence !== undefined && !isSameLinks(evidence.from, evidence.to) && 'evidence',
      ),
    ),
  ];
}

import { nanoid } from 'nanoid';
import * as Y from 'yjs';
import { languages, type Localized, emptyLocalized } from '@/lib/domain/languages';
import { phases, type Phase } from '@/lib/domain/phases';
import type { Box, Claim, RelationKind } from '@/lib/domain/scenario';
import { editOrigins } from '../edit-origins';
import { roundedBox } from '../rounded-box';
import { entitiesOf, labelKey, layoutKey, layoutOf, type Entity, type EntityKind } from '../roots';

export interface NewRole {
  readonly id?: string;
  readonly label?: Partial<Localized>;
  readonly phases: Partial<Record<Phase, { readonly enterprise?: string | null; readonly box?: Box | null }>>;
}
export interface NewRelation {
  readonly id?: string;
  readonly label?: Partial<Localized>;
  readonly kind?: RelationKind | null;
  readonly source: string;
  readonly target: string;
  readonly phases: readonly Phase[];
}
export interface NewEnterprise {
  readonly id?: string;
  readonly name?: Partial<Localized>;
  readonly colour: number;
  readonly newInFuture?: boolean;
  readonly claim?: Claim | null;
}
export interface NewNote {
  readonly id?: string;
  readonly text?: string;
  readonly phase: Phase;
  readonly box?: Box | null;
}
export interface NewReason {
  readonly id?: string;
  readonly label?: Partial<Localized>;
}
export interface NewEntities {
  readonly enterprises?: readonly NewEnterprise[];
  readonly roles?: readonly NewRole[];
  readonly relations?: readonly NewRelation[];
  readonly notes?: readonly NewNote[];
  readonly reasons?: readonly NewReason[];
}
/** The ids of what was created, in the order given. */
export type CreatedIds = Record<EntityKind, string[]>;

/** A fresh id for a role, relation, enterprise, note or reason. */
export const newEntityId = (): string => nanoid(12);

/**
 * Creates entities as one undo step. They are written whole but marked deleted, untracked; a tracked transaction then
 * takes the marks away. Undoing the creation so only sets the mark again and keeps what a peer wrote into the entity.
 * @throws if called inside another transaction, which would make one of the two
 */
export function createEntities(doc: Y.Doc, wanted: NewEntities): CreatedIds {
  if (doc._transaction) throw new Error('createEntities needs transactions of its own');
  let created: CreatedIds | undefined;
  doc.transact(() => {
    created = writeEntities(doc, wanted, true);
  }, editOrigins.creation);
  const ids = created!;
  doc.transact(() => {
    for (const kind of Object.keys(ids) as EntityKind[])
      for (const id of ids[kind]) entitiesOf(doc, kind).get(id)!.set('deleted', false);
  }, editOrigins.step);
  return ids;
}

/** Writes entities into the transaction under way; `deleted` says whether they start with the mark. */
export function writeEntities(doc: Y.Doc, wanted: NewEntities, deleted: boolean): CreatedIds {
  const put = (kind: EntityKind, id: string | undefined, order: number, fields: Record<string, unknown>): string => {
    const key = id ?? newEntityId();
    const entity: Entity = new Y.Map<unknown>(Object.entries({ ...fields, order, deleted }));
    entitiesOf(doc, kind).set(key, entity);
    return key;
  };
  const each = <T>(kind: EntityKind, items: readonly T[] | undefined, write: (item: T, order: number) => string): string[] => {
    if (!items?.length) return [];
    const first = nextOrder(doc, kind);
    return items.map((item, index) => write(item, first + index));
  };
  const place = (phase: Phase, id: string, box: Box | null | undefined): void => {
    if (box) layoutOf(doc).set(layoutKey(phase, id), roundedBox(box));
  };

  return {
    enterprises: each('enterprises', wanted.enterprises, (item, order) =>
      put('enterprises', item.id, order, { ...labels(item.name), colour: item.colour, newInFuture: item.newInFuture ?? false, claim: item.claim ?? null }),
    ),
    roles: each('roles', wanted.roles, (item, order) => {
      const id = put('roles', item.id, order, {
        ...labels(item.label),
        ...Object.fromEntries(
          phases.flatMap((phase) => [
            [phase, item.phases[phase] !== undefined],
            [`enterprise:${phase}`, item.phases[phase]?.enterprise ?? null],
          ]),
        ),
      });
      for (const phase of phases) place(phase, id, item.phases[phase]?.box);
      return id;
    }),
    relations: each('relations', wanted.relations, (item, order) =>
      put('relations', item.id, order, {
        ...labels(item.label),
        kind: item.kind ?? null,
        source: item.source,
        target: item.target,
        ...Object.fromEntries(phases.map((phase) => [phase, item.phases.includes(phase)])),
      }),
    ),
    notes: each('notes', wanted.notes, (item, order) => {
      const id = put('notes', item.id, order, { text: new Y.Text(item.text ?? ''), phase: item.phase });
      place(item.phase, id, item.box);
      return id;
    }),
    reasons: each('reasons', wanted.reasons, (item, order) => put('reasons', item.id, order, labels(item.label))),
  };
}

function labels(label: Partial<Localized> = emptyLocalized): Record<string, Y.Text> {
  return Object.fromEntries(languages.map((language) => [labelKey(language), new Y.Text(label[language] ?? '')]));
}

function nextOrder(doc: Y.Doc, kind: EntityKind): number {
  let last = -1;
  entitiesOf(doc, kind).forEach((entity: unknown) => {
    const order = entity instanceof Y.Map ? entity.get('order') : undefined;
    if (typeof order === 'number' && order > last) last = order;
  });
  return last + 1;
}

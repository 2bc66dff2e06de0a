import type { Thread } from '@/lib/comments/thread';
import { threadKinds, type ThreadKind } from '@/lib/domain/comments';
import { parseItemName } from '@/lib/domain/items';
import type { NamedPerson } from '@/lib/domain/named-person';
import { sectionKeys, type SectionKey } from '@/lib/domain/scenario';

export const threadStates = ['open', 'resolved', 'all'] as const;
export type ThreadState = (typeof threadStates)[number];

export const threadScopes = ['everybody', 'mine', 'delegation', 'unread'] as const;
export type ThreadScope = (typeof threadScopes)[number];

/** Where a thread's item is at home; `detached`: nowhere any more. */
export const threadPlaces = ['scenario', 'network', 'assessment', ...sectionKeys, 'detached'] as const;
export type ThreadPlace = 'scenario' | 'network' | 'assessment' | SectionKey | 'detached';

/** Which threads somebody wants to see; null: that does not matter. */
export interface ThreadFilter {
  readonly state: ThreadState;
  readonly scope: ThreadScope;
  readonly kind: ThreadKind | null;
  readonly place: ThreadPlace | null;
  /** Id of a person who said something there, is called, or is asked to act. */
  readonly person: string | null;
}

export const noFilter: ThreadFilter = { state: 'open', scope: 'everybody', kind: null, place: null, person: null };

/** A filter as it was kept; whatever of it makes no sense (any more) does not matter. @param kept JSON, or something else */
export function parseFilter(kept: string): ThreadFilter {
  let said: Record<string, unknown> | null = null;
  try {
    said = Object(JSON.parse(kept)) as Record<string, unknown>;
  } catch {
    return noFilter;
  }
  const one = <T extends string>(values: readonly T[], value: unknown): T | undefined => values.find((each) => each === value);
  return {
    state: one(threadStates, said.state) ?? noFilter.state,
    // what was unread then may have been read since: whoever comes back sees everything
    scope: one(threadScopes.filter((scope) => scope !== 'unread'), said.scope) ?? noFilter.scope,
    kind: one(threadKinds, said.kind) ?? null,
    place: one(threadPlaces, said.place) ?? null,
    person: typeof said.person === 'string' ? said.person : null,
  };
}

/** How many of the filters beside the state are on. */
export const filtersOn = ({ scope, kind, place, person }: ThreadFilter): number => [scope !== 'everybody', kind, place, person].filter(Boolean).length;

export interface FilterContext {
  readonly me: NamedPerson;
  /** Ids of threads whose item or text is gone. */
  readonly detached: ReadonlySet<string>;
  /** Ids of threads that were unread when the reader asked for these: reading one does not take it away. */
  readonly unread: ReadonlySet<string>;
}

/** True if a thread is one of those wanted. */
export function passesFilter(thread: Thread, filter: ThreadFilter, { me, detached, unread }: FilterContext): boolean {
  const { state, scope, kind, place, person } = filter;
  if (state !== 'all' && (thread.resolved !== null) !== (state === 'resolved')) return false;
  if (kind && thread.kind !== kind) return false;
  if (place && (place === 'detached' ? !detached.has(thread.id) : placeOf(thread.item) !== place)) return false;
  if (person && !concerns(thread, person)) return false;
  switch (scope) {
    case 'everybody':
      return true;
    case 'mine':
      return concerns(thread, me.id);
    case 'delegation':
      return me.delegation !== null && isOfDelegation(thread, me.delegation);
    case 'unread':
      return thread.unread > 0 || unread.has(thread.id);
  }
}

function concerns({ comments, assignee }: Thread, person: string): boolean {
  if (assignee && 'person' in assignee && assignee.person.id === person) return true;
  return comments.some(({ author, mentions }) => author.id === person || mentions.some(({ id }) => id === person));
}

function isOfDelegation({ comments, assignee, internalTo }: Thread, code: string): boolean {
  if (internalTo === code) return true;
  if (assignee && ('person' in assignee ? assignee.person.delegation : assignee.delegation) === code) return true;
  return comments.some(({ author }) => author.delegation === code);
}

function placeOf(name: string): ThreadPlace | null {
  const item = parseItemName(name);
  switch (item?.kind) {
    case undefined:
      return null;
    case 'scenario':
      return 'scenario';
    case 'role':
    case 'relation':
      return 'network';
    case 'enterprise':
    case 'cell':
      return 'assessment';
    case 'section':
      return item.section;
  }
}

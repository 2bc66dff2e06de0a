import type { PresentPerson } from '@/lib/sync/presence';
import type { Peer } from '../session/scenario-session';

/** A person who has the scenario open, in however many tabs. */
export interface PersonHere {
  readonly user: PresentPerson;
  readonly isMe: boolean;
  /** The client to follow: the one that was active last; null for this tab alone. */
  readonly clientId: number | null;
  readonly part: string | null;
}

export interface DelegationHere {
  /** Null: observers. */
  readonly delegation: string | null;
  readonly people: readonly PersonHere[];
}

/**
 * Who is here, each person once, grouped by delegation: one's own first, observers last, the others by their code; within
 * a group oneself first, then by name.
 */
export function groupPeopleHere(me: PresentPerson, peers: readonly Peer[]): readonly DelegationHere[] {
  const people = new Map<string, PersonHere & { activeAt: number }>();
  people.set(me.id, { user: me, isMe: true, clientId: null, part: null, activeAt: -1 });
  for (const { clientId, user, presence, activeAt } of peers) {
    const known = people.get(user.id);
    if (known && known.activeAt >= activeAt) continue;
    people.set(user.id, { user, isMe: user.id === me.id, clientId, part: typeof presence.part === 'string' ? presence.part : null, activeAt });
  }
  const groups = new Map<string | null, PersonHere[]>();
  for (const { activeAt: _, ...person } of people.values()) {
    const group = groups.get(person.user.delegation) ?? [];
    groups.set(person.user.delegation, [...group, person]);
  }
  const rank = (delegation: string | null): string => (delegation === null ? '2' : delegation === me.delegation ? '0' : `1${delegation}`);
  return [...groups]
    .sort(([a], [b]) => rank(a).localeCompare(rank(b)))
    .map(([delegation, all]) => ({
      delegation,
      people: all.sort((a, b) => Number(b.isMe) - Number(a.isMe) || a.user.name.localeCompare(b.user.name)),
    }));
}

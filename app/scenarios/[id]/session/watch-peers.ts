import type { Awareness } from 'y-protocols/awareness';
import { sharingParts } from '@/lib/document/sharing-parts';
import type { PresentPerson, Presence } from '@/lib/sync/presence';
import type { Peer, Watchable } from './scenario-session';
import { settable } from './watchable';

/**
 * The others, in a steady order (name, then client); what somebody goes on showing stays the same object. States without a person, which the server stamps, are left out. When
 * somebody was last active is stamped here: their clock may be wrong.
 */
export function watchPeers(awareness: Awareness, now: () => number = Date.now): Watchable<readonly Peer[]> {
  const peers = settable<readonly Peer[]>([]);
  const seen = new Map<number, { readonly state: unknown; readonly peer: Peer }>();
  awareness.on('change', () => {
    for (const id of [...seen.keys()]) if (!awareness.getStates().has(id)) seen.delete(id);
    awareness.getStates().forEach((state: unknown, clientId) => {
      if (clientId === awareness.clientID || seen.get(clientId)?.state === state) return;
      const user = personIn(state);
      const peer = user && { clientId, user, presence: state as Presence, activeAt: now() };
      if (peer) seen.set(clientId, { state, peer: sharingParts(seen.get(clientId)?.peer, peer) });
      else seen.delete(clientId);
    });
    peers.set([...seen.values()].map(({ peer }) => peer).sort((a, b) => a.user.name.localeCompare(b.user.name) || a.clientId - b.clientId));
  });
  return peers;
}

function personIn(state: unknown): PresentPerson | null {
  const user = (state as Presence | null)?.user as Partial<Record<keyof PresentPerson, unknown>> | undefined;
  if (!user || typeof user.id !== 'string' || typeof user.name !== 'string') return null;
  return {
    id: user.id,
    name: user.name,
    delegation: typeof user.delegation === 'string' ? user.delegation : null,
    color: typeof user.color === 'string' ? user.color : '#666666',
  };
}

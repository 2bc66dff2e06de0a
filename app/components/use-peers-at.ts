'use client';
import { useCallback, useRef, useSyncExternalStore } from 'react';
import { useSession } from '@/app/scenarios/[id]/session/hooks';
import type { Peer } from '@/app/scenarios/[id]/session/scenario-session';

export interface PeerAt {
  readonly clientId: number;
  readonly name: string;
  readonly delegation: string | null;
  readonly color: string;
  readonly typing: boolean;
}

const nobody: readonly PeerAt[] = [];

/**
 * Who else is in the field or item of that presence focus; `focus` is a whole name (`role:4f/label:de`), or, with
 * `within`, the item whose fields all count. Renders again only when that changes, not with every pointer of a peer.
 */
export function usePeersAt(focus: string, within = false): readonly PeerAt[] {
  const { peers } = useSession();
  const last = useRef<readonly PeerAt[]>(nobody);
  const read = useCallback(() => {
    const now = peers.get().filter((peer) => isAt(peer, focus, within)).map(peerAt);
    if (!samePeers(last.current, now)) last.current = now;
    return last.current;
  }, [peers, focus, within]);
  return useSyncExternalStore(peers.subscribe, read, () => nobody);
}

function isAt(peer: Peer, focus: string, within: boolean): boolean {
  const theirs = peer.presence.focus;
  return typeof theirs === 'string' && (theirs === focus || (within && theirs.startsWith(`${focus}/`)));
}

const peerAt = ({ clientId, user, presence }: Peer): PeerAt => ({
  clientId,
  name: user.name,
  delegation: user.delegation,
  color: user.color,
  typing: presence.typing === true,
});

const samePeers = (a: readonly PeerAt[], b: readonly PeerAt[]): boolean =>
  a.length === b.length &&
  a.every((peer, index) => {
    const other = b[index]!;
    return peer.clientId === other.clientId && peer.name === other.name && peer.delegation === other.delegation && peer.color === other.color && peer.typing === other.typing;
  });

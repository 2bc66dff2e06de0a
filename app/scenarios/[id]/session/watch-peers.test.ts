import { describe, expect, it } from 'vitest';
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { watchPeers } from './watch-peers';

function pair() {
  const mine = new Awareness(new Y.Doc());
  const theirs = new Awareness(new Y.Doc());
  const tell = () => applyAwarenessUpdate(mine, encodeAwarenessUpdate(theirs, [theirs.clientID]), 'test');
  return { mine, theirs, tell };
}
const li = { id: 'li', name: 'Li', delegation: 'CN', color: '#123456' };

describe('watchPeers', () => {
  it('shows the others, not this tab, with the time of this device', () => {
    const { mine, theirs, tell } = pair();
    let clock = 1_000;
    const peers = watchPeers(mine, () => clock);
    mine.setLocalState({ user: { ...li, id: 'me' } });
    theirs.setLocalState({ user: li, part: 'wording' });
    tell();
    expect(peers.get()).toMatchObject([{ clientId: theirs.clientID, user: li, presence: { part: 'wording' }, activeAt: 1_000 }]);
    clock = 2_000;
    tell();
    expect(peers.get()[0]?.activeAt).toBe(1_000);
    theirs.setLocalStateField('part', 'network');
    tell();
    expect(peers.get()[0]).toMatchObject({ presence: { part: 'network' }, activeAt: 2_000 });
  });

  it('leaves out states without a person, and those who left', () => {
    const { mine, theirs, tell } = pair();
    const peers = watchPeers(mine);
    theirs.setLocalState({ part: 'wording' });
    tell();
    expect(peers.get()).toEqual([]);
    theirs.setLocalState({ user: { ...li, delegation: 7, color: null } });
    tell();
    expect(peers.get()).toMatchObject([{ user: { name: 'Li', delegation: null } }]);
    removeAwarenessStates(mine, [theirs.clientID], 'test');
    expect(peers.get()).toEqual([]);
  });
});

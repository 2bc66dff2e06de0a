import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasUnsaved, initialTrust, trustAfter, trustOf, type TrustEvent } from './trust-machine';

const after = (...events: TrustEvent[]) => events.reduce(trustAfter, initialTrust);
const stateAfter = (...events: TrustEvent[]) => trustOf(after(...events));

describe('the trust machine', () => {
  it('is opening until the document is here', () => {
    expect(stateAfter()).toEqual({ state: 'opening' });
    expect(stateAfter({ type: 'disconnected' })).toEqual({ state: 'opening' });
  });

  it('says saved once synced with nothing of ours under way', () => {
    expect(stateAfter({ type: 'synced' })).toEqual({ state: 'saved' });
  });

  it('says saving until the newest edit, not just an earlier one, is acknowledged', () => {
    const events: TrustEvent[] = [{ type: 'synced' }, { type: 'edited' }, { type: 'edited' }];
    expect(stateAfter(...events)).toEqual({ state: 'saving', held: false });
    expect(stateAfter(...events, { type: 'acknowledged', counter: 1 })).toEqual({ state: 'saving', held: false });
    expect(stateAfter(...events, { type: 'acknowledged', counter: 2 })).toEqual({ state: 'saved' });
  });

  it('ignores an acknowledgement of what was never sent', () => {
    expect(stateAfter({ type: 'synced' }, { type: 'edited' }, { type: 'acknowledged', counter: 7 })).toEqual({ state: 'saving', held: false });
  });

  it('says that storage fails only while something waits for it', () => {
    expect(stateAfter({ type: 'synced' }, { type: 'storage', failing: true })).toEqual({ state: 'saved' });
    const waiting: TrustEvent[] = [{ type: 'synced' }, { type: 'edited' }, { type: 'storage', failing: true }];
    expect(stateAfter(...waiting)).toEqual({ state: 'saving', held: true });
    expect(stateAfter(...waiting, { type: 'storage', failing: false })).toEqual({ state: 'saving', held: false });
  });

  it('claims kept only for what the device has confirmed', () => {
    const offline: TrustEvent[] = [{ type: 'synced' }, { type: 'disconnected' }, { type: 'edited' }];
    expect(stateAfter(...offline)).toEqual({ state: 'offline', kept: false, edited: true });
    expect(stateAfter(...offline, { type: 'kept', counter: 1 })).toEqual({ state: 'offline', kept: true, edited: true });
    expect(stateAfter(...offline, { type: 'kept', counter: 1 }, { type: 'copy-lost' })).toEqual({ state: 'offline', kept: false, edited: true });
  });

  it('needs an acknowledgement for edits that were left from before a reload', () => {
    const restored: TrustEvent[] = [{ type: 'restored', hasDocument: true, unsent: true }];
    expect(stateAfter(...restored, { type: 'disconnected' })).toEqual({ state: 'offline', kept: true, edited: true });
    expect(stateAfter(...restored, { type: 'synced' })).toEqual({ state: 'saving', held: false });
    expect(stateAfter(...restored, { type: 'synced' }, { type: 'acknowledged', counter: 1 })).toEqual({ state: 'saved' });
  });

  it('stays refused, with the first reason, and knows whether anything was unsent', () => {
    const refused: TrustEvent[] = [{ type: 'synced' }, { type: 'edited' }, { type: 'refused', reason: 'readOnly' }];
    expect(stateAfter(...refused, { type: 'disconnected' })).toEqual({ state: 'refused', reason: 'readOnly', unsent: true });
    expect(stateAfter(...refused, { type: 'refused', reason: 'signedOut' })).toMatchObject({ reason: 'readOnly' });
    expect(stateAfter(...refused, { type: 'discarded' })).toEqual({ state: 'refused', reason: 'readOnly', unsent: false });
  });

  it('never says saved while an edit is unacknowledged, whatever happens in whatever order', () => {
    const event: fc.Arbitrary<TrustEvent> = fc.oneof(
      fc.record({ type: fc.constant('restored' as const), hasDocument: fc.boolean(), unsent: fc.boolean() }),
      fc.constant({ type: 'edited' as const }),
      fc.record({ type: fc.constant('kept' as const), counter: fc.nat(12) }),
      fc.record({ type: fc.constant('acknowledged' as const), counter: fc.nat(12) }),
      fc.constantFrom<TrustEvent>({ type: 'synced' }, { type: 'disconnected' }, { type: 'copy-lost' }, { type: 'refused', reason: 'readOnly' }),
      fc.record({ type: fc.constant('storage' as const), failing: fc.boolean() }),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        let edits = 0;
        let acknowledged = 0;
        for (const each of events) {
          if (each.type === 'edited' || (each.type === 'restored' && each.unsent)) edits++;
          if (each.type === 'acknowledged' && each.counter <= edits) acknowledged = Math.max(acknowledged, each.counter);
        }
        const facts = after(...events);
        expect(hasUnsaved(facts)).toBe(acknowledged < edits);
        if (trustOf(facts).state === 'saved') expect(acknowledged).toBe(edits);
      }),
    );
  });
});

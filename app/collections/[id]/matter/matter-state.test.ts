import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RichText } from '@/lib/domain/rich-text';
import { isUnsaved, nextMatterState, nothingStored, type MatterEvent, type MatterState } from './matter-state';

const words = (text: string): RichText => (text ? [{ type: 'paragraph', content: [{ type: 'text', text }] }] : []);
const empty: MatterState = { text: [], stored: nothingStored, theirs: null };
const after = (...events: MatterEvent[]): MatterState => events.reduce(nextMatterState, empty);
const typed = (text: string): MatterEvent => ({ kind: 'typed', text: words(text) });
const arrived = (text: string, version: number): MatterEvent => ({ kind: 'arrived', stored: { text: words(text), version } });
const saved = (text: string, version: number): MatterEvent => ({ kind: 'saved', stored: { text: words(text), version } });

describe('a text of the front matter', () => {
  it('follows what others store while nothing of one’s own is unsaved', () => {
    expect(after(arrived('One', 1), arrived('Two', 2), arrived('One', 1))).toEqual({ text: words('Two'), stored: { text: words('Two'), version: 2 }, theirs: null });
  });

  it('keeps both where somebody else stored first, and stores neither over the other by itself', () => {
    const both = after(typed('Mine'), arrived('Theirs', 1));
    expect(both).toEqual({ text: words('Mine'), stored: nothingStored, theirs: { text: words('Theirs'), version: 1 } });
    const kept = nextMatterState(both, { kind: 'keep-mine' });
    expect([kept.text, kept.stored.version, isUnsaved(kept), kept.theirs]).toEqual([words('Mine'), 1, true, null]);
    const taken = nextMatterState(both, { kind: 'take-theirs' });
    expect([taken.text, isUnsaved(taken)]).toEqual([words('Theirs'), false]);
  });

  it('takes what one has stored oneself for what it is, whichever way the news comes first', () => {
    for (const news of [[saved('Mine', 1), arrived('Mine', 1)], [arrived('Mine', 1), saved('Mine', 1)]]) {
      const state = after(typed('Mine'), ...news);
      expect([state.stored.version, state.theirs, isUnsaved(state)]).toEqual([1, null, false]);
    }
    // typed on while it was under way
    const on = after(typed('Mine'), typed('Mine, too'), saved('Mine', 1), arrived('Mine', 1));
    expect([on.text, on.theirs, isUnsaved(on)]).toEqual([words('Mine, too'), null, true]);
  });

  it('never gives up unsaved words unless one takes theirs', () => {
    const event: fc.Arbitrary<MatterEvent> = fc.oneof(fc.constantFrom('', 'a', 'b').map(typed), fc.tuple(fc.constantFrom('x', 'y'), fc.nat(5)).map(([text, version]) => arrived(text, version)), fc.constant<MatterEvent>({ kind: 'keep-mine' }));
    fc.assert(
      fc.property(fc.array(event), event, (events, last) => {
        const before = after(...events);
        const now = nextMatterState(before, last);
        if (isUnsaved(before) && last.kind !== 'typed') expect(now.text).toEqual(before.text);
        if (now.theirs) expect(now.theirs.version).toBeGreaterThan(now.stored.version);
      }),
    );
  });
});

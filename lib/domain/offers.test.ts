import { describe, expect, it } from 'vitest';
import { agreedAlready, lastAgreed, offersOf, openOffer } from './offers';
import { noRecord, type SignOffRecord } from './sign-off-record';

/** A chain written short: `[kind, snapshot, offer, delegation]`, at positions 1, 2, 3 … */
function chain(...entries: [kind: SignOffRecord['kind'], snapshot: number, offer?: number | null, delegation?: string][]): SignOffRecord[] {
  return entries.map(([kind, snapshot, offer = null, delegation], index) => ({
    version: 1,
    position: index + 1,
    previous: noRecord,
    kind,
    at: '2026-01-01T00:00:00.000Z',
    scenario: 's',
    snapshot,
    content: `content ${snapshot}`,
    offer,
    delegation: delegation ?? null,
    signer: 'x',
    signerHash: '',
    deputy: null,
    named: null,
    namedHash: null,
    reason: kind === 'refusal' ? 'not yet' : null,
  }));
}

const parties = new Map([1, 2, 3].map((number) => [number, ['de', 'cn']]));
const states = (records: SignOffRecord[]) => offersOf(records, parties).map(({ record, state }) => [record?.position ?? null, state]);

describe('an offer', () => {
  it.each<[string, SignOffRecord[], [number | null, string][]]>([
    ['is open until all have signed', chain(['offer', 1], ['signature', 1, 1, 'de']), [[1, 'open']]],
    ['is agreed when all have', chain(['offer', 1], ['signature', 1, 1, 'cn'], ['signature', 1, 1, 'de']), [[1, 'agreed']]],
    ['is not completed by the signatures of another offer of the same snapshot', chain(['offer', 1], ['signature', 1, 1, 'de'], ['withdrawal', 1, 1], ['offer', 1], ['signature', 1, 4, 'cn']), [[1, 'withdrawn'], [4, 'open']]],
    ['ends with a newer one', chain(['offer', 1], ['signature', 1, 1, 'de'], ['offer', 2]), [[1, 'replaced'], [3, 'open']]],
    ['stays agreed, whatever is offered later', chain(['offer', 1], ['signature', 1, 1, 'cn'], ['signature', 1, 1, 'de'], ['offer', 2]), [[1, 'agreed'], [4, 'open']]],
    ['stays ended when the newer one is withdrawn', chain(['offer', 1], ['offer', 2], ['withdrawal', 2, 2]), [[1, 'replaced'], [2, 'withdrawn']]],
    ['stays open when a side declines', chain(['offer', 1], ['refusal', 1, 1, 'cn']), [[1, 'open']]],
    ['is not asked of signatures from before offers existed', chain(['signature', 1, null, 'cn'], ['signature', 1, null, 'de'], ['signature', 2, null, 'de']), [[null, 'agreed'], [null, 'open']]],
  ])('%s', (_case, records, expected) => {
    expect(states(records)).toEqual(expected);
  });

  it('forgets a refusal once the delegation has signed', () => {
    const [declined] = offersOf(chain(['offer', 1], ['refusal', 1, 1, 'cn']), parties);
    expect([...declined!.refusals.keys()]).toEqual(['cn']);
    const [signed] = offersOf(chain(['offer', 1], ['refusal', 1, 1, 'cn'], ['signature', 1, 1, 'cn']), parties);
    expect(signed!.refusals.size).toBe(0);
  });

  it('may be signed only while it is the open one; agreed last is what was completed last', () => {
    const records = chain(['offer', 2], ['signature', 2, 1, 'de'], ['signature', 2, 1, 'cn'], ['offer', 1], ['signature', 1, 4, 'cn'], ['signature', 1, 4, 'de'], ['offer', 3]);
    const offers = offersOf(records, parties);
    expect(openOffer(offers)?.snapshot).toBe(3);
    expect(lastAgreed(offers)).toMatchObject({ snapshot: 1, completed: 6 });
    expect(openOffer(offersOf(records.slice(0, 6), parties))).toBeUndefined();
    expect(openOffer(offersOf(chain(['signature', 1, null, 'de']), parties))).toBeUndefined();
  });

  it('is not worth making where the same is agreed by the same sides in the same languages', () => {
    const [offer, ...signatures] = chain(['offer', 1], ['signature', 1, 1, 'cn'], ['signature', 1, 1, 'de']);
    const offers = offersOf([{ ...offer!, authentic: ['en', 'zh'] }, ...signatures], parties);
    const same = { content: 'content 1', parties: ['de', 'cn'], authentic: ['zh', 'en'] as const };
    expect(agreedAlready(offers, same)).toBe(1);
    for (const other of [{ content: 'content 2' }, { parties: ['de', 'cn', 'fr'] }, { authentic: ['en'] as const }]) expect(agreedAlready(offers, { ...same, ...other })).toBeNull();
    expect(agreedAlready(offersOf([offer!], parties), same)).toBeNull();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consents, standingOf, stances, type GivenPosition, type Stance } from './positions';

const items = [
  { name: 'role:a', hash: 'a1', isBlank: false, change: null },
  { name: 'role:b', hash: 'b1', isBlank: false, change: null },
];
const given = (item: string, delegation: string, stance: Stance | null, hash = `${item.at(-1)}1`): GivenPosition => ({ item, delegation, stance, hash });
const read = (positions: readonly GivenPosition[]): unknown =>
  Object.fromEntries(
    [...standingOf(items, positions)].map(([item, said]) => [
      item,
      Object.fromEntries([...said].map(([delegation, { position, isStale }]) => [delegation, `${position.stance}${isStale ? ', stale' : ''}`])),
    ]),
  );

describe('standingOf', () => {
  it('keeps what each delegation said last, beside one another', () => {
    expect(read([given('role:a', 'de', 'discuss'), given('role:a', 'cn', 'agree'), given('role:a', 'de', 'reservation'), given('role:b', 'cn', 'abstain')])).toEqual({
      'role:a': { de: 'reservation', cn: 'agree' },
      'role:b': { cn: 'abstain' },
    });
  });

  it('calls stale what was said of another content, until it is said again', () => {
    const stale = given('role:a', 'de', 'agree', 'a0');
    expect(read([stale])).toEqual({ 'role:a': { de: 'agree, stale' } });
    expect(read([stale, given('role:a', 'de', 'agree')])).toEqual({ 'role:a': { de: 'agree' } });
  });

  it('is as fresh as ever when the content comes back to what was agreed to', () => {
    expect(read([given('role:a', 'de', 'agree', 'a1')])).toEqual({ 'role:a': { de: 'agree' } });
  });

  it('knows nothing of what was withdrawn, and of items that are gone', () => {
    expect(read([given('role:a', 'de', 'agree'), given('role:a', 'de', null), given('role:z', 'de', 'agree', 'z1')])).toEqual({ 'role:a': {} });
  });

  it('depends on nothing but the last word of each delegation', () => {
    const position = fc.record({
      item: fc.constantFrom('role:a', 'role:b', 'role:z'),
      delegation: fc.constantFrom('de', 'cn'),
      stance: fc.constantFrom(null, ...stances),
      hash: fc.constantFrom('a1', 'b1', 'old'),
    });
    fc.assert(
      fc.property(fc.array(position, { maxLength: 12 }), (positions) => {
        const last = new Map(positions.map((each) => [`${each.delegation} ${each.item}`, each]));
        const standings = standingOf(items, positions);
        for (const { name, hash } of items)
          for (const delegation of ['de', 'cn']) {
            const word = last.get(`${delegation} ${name}`);
            const expected = word?.stance ? { position: word, isStale: word.hash !== hash } : undefined;
            expect(standings.get(name)?.get(delegation)).toEqual(expected);
          }
      }),
    );
  });
});

it('takes reservations and abstentions for no opposition', () => {
  expect(stances.filter(consents)).toEqual(['agree', 'reservation', 'abstain']);
});

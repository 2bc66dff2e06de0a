import { describe, expect, it } from 'vitest';
import { differingCells, distanceOf, isAsked, openItems, type AgreementFacts } from './open-items';
import { standingOf, type GivenPosition, type HashedItem, type Stance } from './positions';
import type { Change } from './scenario';

const item = (name: string, isBlank = false, change: Change | null = null): HashedItem => ({ name, hash: `hash of ${name}`, isBlank, change });
const says = (delegation: string, stance: Stance, hash = 'hash of role:a'): GivenPosition => ({ item: 'role:a', delegation, stance, hash });
const none: ReadonlySet<string> = new Set();

function facts(positions: readonly GivenPosition[], rest: Partial<AgreementFacts> = {}): AgreementFacts {
  const items = [item('role:a')];
  return { items, parties: ['de', 'cn'], standings: standingOf(items, positions), judgements: [], commented: none, authentic: null, ...rest };
}
const reasons = (...args: Parameters<typeof facts>): readonly string[] | undefined => openItems(facts(...args))[0]?.reasons;

describe('openItems', () => {
  it.each<[string, GivenPosition[], readonly string[] | undefined]>([
    ['nobody has looked at it', [], ['unseen']],
    ['one side has not', [says('de', 'agree')], ['unseen']],
    ['both agree', [says('de', 'agree'), says('cn', 'agree')], undefined],
    ['a reservation is printed, an abstention stands in nobody’s way', [says('de', 'reservation'), says('cn', 'abstain')], undefined],
    ['one disagrees', [says('de', 'agree'), says('cn', 'disagree')], ['differing']],
    ['one wants to discuss', [says('de', 'discuss'), says('cn', 'agree')], ['differing']],
    ['one side spoke of an earlier content', [says('de', 'agree', 'older'), says('cn', 'agree')], ['stale']],
    ['a stale disagreement is no opposition to what stands there now', [says('de', 'disagree', 'older'), says('cn', 'agree')], ['stale']],
    ['one side is stale, the other never looked', [says('de', 'agree', 'older')], ['unseen', 'stale']],
  ])('%s', (_case, positions, expected) => {
    expect(reasons(positions)).toEqual(expected);
  });

  const both = [says('de', 'agree'), says('cn', 'agree')];

  it('keeps open what is under discussion, or judged otherwise', () => {
    expect(reasons(both, { commented: new Set(['role:a']) })).toEqual(['commented']);
    expect(reasons(both, { judgements: [{ item: 'role:a', delegation: 'de', change: 'none' }] })).toEqual(['differing']);
  });

  it('asks nobody but those who take part, yet leaves nobody’s opposition out', () => {
    expect(reasons(both, { parties: ['de', 'cn', 'fr'] })).toEqual(['unseen']);
    expect(reasons([...both, says('fr', 'abstain')])).toBeUndefined();
    expect(reasons([...both, says('fr', 'disagree')])).toEqual(['differing']);
  });

  it('lets a side that works alone agree with nobody', () => {
    expect(reasons([says('de', 'agree')], { parties: ['de'] })).toEqual(['unseen']);
    expect(reasons([], { parties: [] })).toEqual(['unseen']);
  });

  it('says whose word is missing for what stands there now', () => {
    expect(openItems(facts([says('de', 'agree', 'older')]))[0]?.waitsFor).toEqual(['de', 'cn']);
    expect(openItems(facts([says('de', 'disagree')]))[0]?.waitsFor).toEqual(['cn']);
  });
});

it('asks about no translation that is still to come, but about a missing authentic text', () => {
  const leading = { ...item('section:description:en', true), leads: true as const };
  expect(isAsked(item('section:description:zh', true), null)).toBe(false);
  expect(isAsked(leading, null)).toBe(true);
  expect(isAsked(item('section:description:zh'), null)).toBe(true);
  expect(isAsked(item('section:description:zh', true), ['de', 'zh'])).toBe(true);
  expect(isAsked(leading, ['de', 'zh'])).toBe(false);
});

it('leaves an authentic text open that is not known to render the leading one, whatever was said of it', () => {
  const text = { ...item('section:description:zh'), counterpart: 'out-of-date' as const };
  const both = ['de', 'cn'].map((delegation) => ({ ...says(delegation, 'agree', text.hash), item: text.name }));
  const open = (authentic: AgreementFacts['authentic']) => openItems(facts([], { items: [text], standings: standingOf([text], both), authentic }));
  expect(open(['de', 'zh'])).toEqual([{ name: text.name, reasons: ['out-of-date'], waitsFor: [] }]);
  expect(open(['en'])).toEqual([]);
  expect(open(null)).toEqual([]);
});

it('measures the distance in items that count', () => {
  const items = [item('role:a'), item('role:b'), item('section:description:zh', true)];
  const positions = [says('de', 'agree'), says('cn', 'reservation')];
  expect(distanceOf(facts([], { items, standings: standingOf(items, positions) }))).toEqual({ agreed: 1, of: 2 });
});

describe('differingCells', () => {
  const cells = [item('cell:sany:who', false, 'significant'), item('cell:sany:what'), item('cell:sany:how', false, 'none')];
  const judged = (name: string, change: Change | null) => ({ item: name, delegation: 'de', change });

  it('finds what a delegation judges otherwise, until they meet', () => {
    expect([...differingCells(cells, [judged('cell:sany:who', 'none'), judged('cell:sany:what', 'none'), judged('cell:sany:how', 'none')])]).toEqual(['cell:sany:who', 'cell:sany:what']);
  });

  it('hears nothing of withdrawn judgements and of cells that are gone', () => {
    expect(differingCells(cells, [judged('cell:sany:who', null), judged('cell:gone:who', 'none')]).size).toBe(0);
  });
});

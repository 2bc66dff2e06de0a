import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemsOf } from '@/lib/document/items-of';
import { isAsked } from '@/lib/domain/open-items';
import { stances, type HashedItem, type Stance } from '@/lib/domain/positions';
import type { Change } from '@/lib/domain/scenario';
import type { Position, PositionList } from '@/lib/positions/position';
import { arbitraryScenario } from '@/tests/support/arbitrary-scenario';
import { boardOf, namedReasons } from './board';
import { passes, type Filter } from './filter-items';

const side = (id: string, takesPart = true) => ({ id, code: id.toUpperCase(), name: { en: id, de: id, zh: id }, takesPart });
const by = { id: 'p', name: 'P', delegation: 'DE' };
const at = '2026-01-01T00:00:00.000Z';
const item = (name: string, hash = 'now', change: Change | null = null): HashedItem => ({ name, hash, isBlank: false, change });
const says = (delegation: string, name: string, stance: Stance, hash = 'now'): Position => ({ item: name, delegation, stance, note: '', hash, by, at });
const list = (rest: Partial<PositionList>): PositionList => ({ sides: [side('de'), side('cn')], positions: [], judgements: [], authentic: null, may: { speakFor: 'de' }, ...rest });
const none: ReadonlySet<string> = new Set();

describe('boardOf', () => {
  it('shows each side that takes part, and others where they have spoken', () => {
    const board = boardOf(list({ sides: [side('de'), side('cn'), side('fr', false)], positions: [says('fr', 'role:a', 'discuss')] }), [item('role:a'), item('role:b')], none, null);
    expect(board.byName.get('role:a')!.said.map((said) => [said.side.code, said.position?.stance ?? null])).toEqual([['DE', null], ['CN', null], ['FR', 'discuss']]);
    expect(board.byName.get('role:b')!.said.map((said) => said.side.code)).toEqual(['DE', 'CN']);
  });

  it('says of own judgements whether they have met, and whether the cell has moved on', () => {
    const cells = [item('cell:a:who', 'now', 'significant')];
    const judged = (delegation: string, change: Change, hash: string) => ({ item: 'cell:a:who', delegation, change, reason: 'So.', hash, by, at });
    const [cell] = boardOf(list({ judgements: [judged('de', 'significant', 'now'), judged('cn', 'none', 'before')] }), cells, none, null).items;
    expect(cell!.judgements.map(({ side: { code }, differs, isStale }) => [code, differs, isStale])).toEqual([['DE', false, false], ['CN', true, true]]);
    expect(cell!.reasons).toContain('differing');
    expect(namedReasons(cell!)).toEqual(['silent', 'judged']);
  });

  it('tells an item on which one side has still to speak from one on which nobody has', () => {
    const [one, nobody] = boardOf(list({ positions: [says('de', 'role:a', 'agree')] }), [item('role:a'), item('role:b')], new Set(['role:b']), null).items;
    expect(namedReasons(one!)).toEqual(['unseen']);
    expect(namedReasons(nobody!)).toEqual(['silent', 'commented']);
  });

  it('says that one side stands against an item alone, and that positions differ only where another one is for it', () => {
    const [opposed, discuss, unwanted, differing, moved] = boardOf(
      list({
        positions: [
          says('de', 'role:a', 'disagree'),
          says('cn', 'role:b', 'discuss'),
          says('de', 'role:c', 'disagree'), says('cn', 'role:c', 'discuss'),
          says('de', 'role:d', 'disagree'), says('cn', 'role:d', 'reservation'),
          says('de', 'role:e', 'disagree'), says('cn', 'role:e', 'agree', 'before'),
        ],
      }),
      ['a', 'b', 'c', 'd', 'e'].map((id) => item(`role:${id}`)), none, null,
    ).items;
    expect(namedReasons(opposed!)).toEqual(['unseen', 'opposed']);
    expect(namedReasons(discuss!)).toEqual(['unseen', 'discuss']);
    expect(namedReasons(unwanted!)).toEqual(['unwanted']);
    expect(namedReasons(differing!)).toEqual(['differing']);
    expect(namedReasons(moved!)).toEqual(['stale', 'opposed']);
  });

  it('keeps the very objects of items of which nothing new is known, so that nothing else is drawn again', () => {
    const items = [item('role:a'), item('role:b')];
    const before = boardOf(list({}), items, none, null);
    const after = boardOf(list({ positions: [says('de', 'role:b', 'agree')] }), items, none, before);
    expect(after.items[0]).toBe(before.items[0]);
    expect(after.items[1]).not.toBe(before.items[1]);
  });

  it('counts as agreed exactly what has no reason to be open', () => {
    const stance = fc.record({ which: fc.nat(), delegation: fc.constantFrom('de', 'cn'), stance: fc.constantFrom(...stances), isStale: fc.boolean() });
    fc.assert(
      fc.property(arbitraryScenario, fc.array(stance, { maxLength: 30 }), (scenario, given) => {
        const items = itemsOf(scenario);
        const latest = new Map(
          given.map(({ which, delegation, stance: taken, isStale }) => {
            const of = items[which % items.length]!;
            return [`${delegation} ${of.name}`, says(delegation, of.name, taken, isStale ? 'older' : of.hash)];
          }),
        );
        const board = boardOf(list({ positions: [...latest.values()] }), items, none, null);
        expect(board.items.map(({ name }) => name)).toEqual(items.filter((each) => isAsked(each, null)).map(({ name }) => name));
        const agreed = board.items.filter(({ reasons }) => reasons.length === 0);
        expect(board.distance).toEqual({ agreed: agreed.length, of: board.items.length });
        for (const { said } of agreed) for (const { position, isStale } of said) expect([position !== null && ['agree', 'reservation', 'abstain'].includes(position.stance), isStale]).toEqual([true, false]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('passes', () => {
  const everything: Filter = { status: 'all', scope: 'everything', reason: null, since: null };
  const board = boardOf(
    list({ positions: [says('de', 'role:a', 'agree'), says('cn', 'role:a', 'agree'), says('de', 'relation:b', 'agree', 'older'), says('cn', 'section:description:en', 'disagree')] }),
    ['role:a', 'relation:b', 'enterprise:c', 'cell:c:who', 'section:description:en', 'section:value-proposition:de'].map((name) => item(name)),
    new Set(['role:a']),
    null,
  );
  const names = (filter: Partial<Filter>, speakFor: string | null = 'cn'): string[] => board.items.filter((each) => passes(each, { ...everything, ...filter }, speakFor)).map(({ name }) => name);

  it('finds what waits for the reader’s side, and nothing for those who speak for none', () => {
    expect(names({ status: 'mine' })).toEqual(['relation:b', 'enterprise:c', 'cell:c:who', 'section:value-proposition:de']);
    expect(names({ status: 'mine' }, null)).toEqual([]);
  });

  it('parts open from agreed', () => {
    expect([...names({ status: 'open' }), ...names({ status: 'agreed' })].sort()).toEqual(names({}).sort());
    expect(names({ status: 'agreed' })).toEqual([]); // one is commented
  });

  it('knows the parts of a scenario', () => {
    expect(names({ scope: 'network' })).toEqual(['role:a', 'relation:b']);
    expect(names({ scope: 'assessment' })).toEqual(['enterprise:c', 'cell:c:who']);
    expect(names({ scope: 'wording' })).toEqual(['section:description:en', 'section:value-proposition:de']);
    expect(names({ scope: 'value-proposition' })).toEqual(['section:value-proposition:de']);
  });

  it('finds items by why they are open, and by what a version said', () => {
    expect(names({ reason: 'commented' })).toEqual(['role:a']);
    expect(names({ reason: 'stale' })).toEqual(['relation:b']);
    expect(names({ reason: 'differing' })).toEqual(['section:description:en']);
    expect(names({ since: { version: 1, hashes: new Map([['role:a', 'now'], ['relation:b', 'then']]) } })).toEqual(['role:a']);
  });
});

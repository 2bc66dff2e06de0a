import { describe, expect, it } from 'vitest';
import type { Peer } from '../session/scenario-session';
import { groupPeopleHere } from './people-here';

const person = (id: string, delegation: string | null) => ({ id, name: id, delegation, color: '#000' });
const peer = (clientId: number, id: string, delegation: string | null, activeAt = 0): Peer => ({ clientId, user: person(id, delegation), presence: { part: `p${clientId}` }, activeAt });
const names = (groups: ReturnType<typeof groupPeopleHere>) => groups.map(({ delegation, people }) => [delegation, people.map(({ user }) => user.name)]);

describe('groupPeopleHere', () => {
  it('puts my delegation first, observers last, me before the others', () => {
    const groups = groupPeopleHere(person('Mei', 'CN'), [peer(1, 'Olga', null), peer(2, 'Ben', 'DE'), peer(3, 'Li', 'CN'), peer(4, 'Anna', 'DE')]);
    expect(names(groups)).toEqual([
      ['CN', ['Mei', 'Li']],
      ['DE', ['Anna', 'Ben']],
      [null, ['Olga']],
    ]);
  });

  it('shows a person with two tabs once, by the tab that was active last', () => {
    const [, de] = groupPeopleHere(person('Li', 'CN'), [peer(1, 'Anna', 'DE', 10), peer(2, 'Anna', 'DE', 30), peer(3, 'Anna', 'DE', 20)]);
    expect(de?.people).toMatchObject([{ clientId: 2, part: 'p2' }]);
  });

  it('shows me once, though my other tab can be followed', () => {
    const groups = groupPeopleHere(person('Li', 'CN'), [peer(5, 'Li', 'CN', 1)]);
    expect(groups).toMatchObject([{ people: [{ isMe: true, clientId: 5 }] }]);
  });
});

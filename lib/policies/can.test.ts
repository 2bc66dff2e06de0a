import { describe, expect, it } from 'vitest';
import { rights, type Right } from '@/lib/domain/delegations';
import { actorOf, kindOf, mayDo, rightOf, signedIn } from '@/tests/support/gates/people';
import { can, type Action, type Actor } from './can';

const nobody: Actor = { id: 'a', isAdministrator: false, mayCreateScenarios: false, delegationId: null, isSpeaker: false };
const held: readonly (Right | null)[] = [...rights, null];

/** The lowest right that each sentence asks for in a scenario, of somebody who holds every office. */
const needed: Readonly<Record<Extract<Action, `${'scenario' | 'thread' | 'snapshot' | 'position' | 'judgement'}.${string}`>, Right | 'none'>> = {
  'scenario.create': 'none',
  'scenario.read': 'viewer',
  'scenario.edit': 'editor',
  'scenario.freeze': 'facilitator',
  'scenario.share': 'facilitator',
  'scenario.collect': 'facilitator',
  'thread.create': 'commenter',
  'thread.reply': 'commenter',
  'thread.resolve': 'commenter',
  'thread.assign': 'commenter',
  'thread.classify': 'commenter',
  'thread.translate': 'commenter',
  'thread.decide': 'editor',
  'position.set': 'commenter',
  'judgement.set': 'commenter',
  'snapshot.create': 'editor',
  'snapshot.restore': 'facilitator',
  'snapshot.offer': 'facilitator',
  'snapshot.sign': 'commenter',
};
const scenarioActions = (Object.keys(needed) as (keyof typeof needed)[]).filter((action): action is Exclude<keyof typeof needed, 'scenario.create'> => needed[action] !== 'none');

describe('what is asked of people', () => {
  it.each([
    ['people.manage', 'isAdministrator'],
    ['scenario.create', 'mayCreateScenarios'],
    ['collection.create', 'mayCreateScenarios'],
  ] as const)('%s needs %s, and no other office', (action, office) => {
    const everythingElse: Actor = { id: 'a', isAdministrator: true, mayCreateScenarios: true, delegationId: 'd', isSpeaker: true, [office]: false };
    expect(can({ ...nobody, [office]: true }, action)).toBe(true);
    expect(can(everythingElse, action)).toBe(false);
  });
});

describe('what is asked in a meeting', () => {
  const lowest = { 'meeting.read': 'viewer', 'meeting.record': 'editor', 'meeting.lead': 'facilitator' } as const;
  it.each(Object.entries(lowest) as [keyof typeof lowest, Right][])('%s needs a %s', (action, needed) => {
    for (const right of held) expect([right, can(nobody, action, { rights: [right] })]).toEqual([right, right !== null && rights.indexOf(right) <= rights.indexOf(needed)]);
    expect(can(nobody, action, { rights: [] })).toBe(false);
    // reading and minutes: in one of its scenarios; leading: in all of them
    expect(can(nobody, action, { rights: [null, 'facilitator'] })).toBe(action !== 'meeting.lead');
  });
});

describe('what is asked in a collection', () => {
  it.each(held)('%s in the collection itself', (right) => {
    expect(can(nobody, 'collection.read', { right, rights: [null] })).toBe(right !== null);
    expect(can(nobody, 'collection.lead', { right, rights: [null] })).toBe(right === 'facilitator');
  });
  it.each(held)('%s in one of its scenarios', (right) => {
    expect(can(nobody, 'collection.read', { right: null, rights: [right, null] })).toBe(right !== null);
    expect(can(nobody, 'collection.lead', { right: null, rights: [right] })).toBe(right === 'facilitator');
    expect(can(nobody, 'collection.lead', { right: null, rights: [right, 'editor'] })).toBe(false);
  });
  it('nothing in an empty one', () => {
    expect(can(nobody, 'collection.read', { right: null, rights: [] })).toBe(false);
    expect(can(nobody, 'collection.lead', { right: null, rights: [] })).toBe(false);
  });
});

describe('what is asked in a scenario', () => {
  const speaker: Actor = { ...nobody, delegationId: 'd', isSpeaker: true };
  const cases = scenarioActions.flatMap((action) =>
    held.map((right) => {
      const lowest = needed[action];
      const allowed = right !== null && lowest !== 'none' && rights.indexOf(right) <= rights.indexOf(lowest);
      return { action, right, allowed };
    }),
  );

  it.each(cases)('$action as $right: $allowed', ({ action, right, allowed }) => {
    expect(can(speaker, action, { right })).toBe(allowed);
  });

  it.each(scenarioActions)('%s is opened by no office without a right', (action) => {
    expect(can({ id: 'a', isAdministrator: true, mayCreateScenarios: true, delegationId: 'd', isSpeaker: true }, action, { right: null })).toBe(false);
  });

  it.each(['snapshot.sign', 'position.set', 'judgement.set'] as const)('%s is for speakers of a delegation, whatever their right', (action) => {
    for (const right of rights) {
      expect(can({ ...nobody, delegationId: 'd' }, action, { right })).toBe(false);
      expect(can({ ...nobody, isSpeaker: true }, action, { right })).toBe(false);
    }
  });

  it.each(rights)('a comment is changed by its author alone, as %s', (right) => {
    expect(can(speaker, 'comment.change', { right, author: speaker.id })).toBe(right !== 'viewer');
    expect(can(speaker, 'comment.change', { right, author: 'somebody else' })).toBe(false);
  });

  it.each(rights)('what a delegation keeps to itself is begun by its people, as %s', (right) => {
    expect(can(speaker, 'internal-thread.begin', { right })).toBe(right !== 'viewer');
    expect(can(nobody, 'internal-thread.begin', { right })).toBe(false);
  });

  it('what a delegation keeps to itself is seen by its people and by nobody else', () => {
    expect(can(speaker, 'internal-thread.see', { internalTo: 'd' })).toBe(true);
    for (const actor of [{ ...speaker, delegationId: 'e' }, { ...speaker, delegationId: null }, { ...nobody, isAdministrator: true }]) expect(can(actor, 'internal-thread.see', { internalTo: 'd' })).toBe(false);
    for (const actor of [speaker, nobody]) expect(can(actor, 'internal-thread.see', { internalTo: null })).toBe(true);
  });

  it('a deputy needs neither the office nor more than reading, but that', () => {
    expect(can(nobody, 'snapshot.sign', { right: 'viewer', isDeputy: true })).toBe(true);
    expect(can(nobody, 'snapshot.sign', { right: null, isDeputy: true })).toBe(false);
    expect(can(nobody, 'snapshot.sign', { right: 'facilitator', isDeputy: false })).toBe(false);
  });
});

describe('every action by every kind of person', () => {
  it.each(Object.keys(mayDo) as Action[])('%s', (action) => {
    const allowed = signedIn.filter((person) => {
      const right = rightOf(person);
      // whatever an action asks for; each sentence takes from it what concerns it
      const subject = { right, rights: [right], internalTo: 'DE', author: 'editor', isDeputy: person === 'deputy' };
      return (can as (...asked: unknown[]) => boolean)(actorOf(person, person, kindOf(person).delegation), action, subject);
    });
    expect(allowed).toEqual(signedIn.filter((person) => mayDo[action].includes(person)));
  });
});

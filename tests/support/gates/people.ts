import type { Right } from '@/lib/domain/delegations';
import type { Action, Actor } from '@/lib/policies/can';

/** Everybody who may stand before a gate, by what they hold in the scenario that it leads to. */
export const kindsOfPeople = {
  nobody: { is: 'not signed in', delegation: null, right: null },
  disabled: { is: 'a leading speaker whose account was disabled after the sign-in', delegation: 'DE', right: 'facilitator', isSpeaker: true },
  stranger: { is: 'somebody without a right', delegation: 'CN', right: null, isSpeaker: true },
  administrator: { is: 'an administrator without a right', delegation: null, right: null, isAdministrator: true },
  viewer: { is: 'a viewer', delegation: 'DE', right: 'viewer' },
  viewingSpeaker: { is: 'a speaker who may only read', delegation: 'DE', right: 'viewer', isSpeaker: true },
  deputy: { is: 'a viewer whom the speaker has named a deputy', delegation: 'DE', right: 'viewer' },
  commenter: { is: 'a commenter who speaks for nobody', delegation: 'DE', right: 'commenter' },
  speaker: { is: 'a commenter who speaks for the delegation', delegation: 'DE', right: 'commenter', isSpeaker: true },
  editor: { is: 'an editor, who wrote what stands there', delegation: 'DE', right: 'editor' },
  facilitator: { is: 'a facilitator who speaks for nobody', delegation: 'DE', right: 'facilitator', mayCreateScenarios: true },
  counterpart: { is: 'an editor and speaker of the other delegation', delegation: 'CN', right: 'editor', isSpeaker: true },
  observer: { is: 'a commenter without a delegation', delegation: null, right: 'commenter' },
} as const satisfies Record<string, KindOfPerson>;

interface KindOfPerson {
  readonly is: string;
  readonly delegation: 'DE' | 'CN' | null;
  readonly right: Right | null;
  readonly isSpeaker?: true;
  readonly isAdministrator?: true;
  readonly mayCreateScenarios?: true;
}

export type Person = keyof typeof kindsOfPeople;
export const everybody = Object.keys(kindsOfPeople) as readonly Person[];
export const kindOf = (person: Person): KindOfPerson => kindsOfPeople[person];
export const rightOf = (person: Person): Right | null => kindOf(person).right;

/** Whoever has a session that holds: the policies are asked about nobody else. */
export const signedIn = everybody.filter((person) => person !== 'nobody' && person !== 'disabled');

/** Somebody as the policies see them. */
export function actorOf(person: Person, id: string, delegationId: string | null): Actor {
  const { isSpeaker = false, isAdministrator = false, mayCreateScenarios = false } = kindOf(person);
  return { id, delegationId, isSpeaker, isAdministrator, mayCreateScenarios };
}

const readers: readonly Person[] = ['viewer', 'viewingSpeaker', 'deputy', 'commenter', 'speaker', 'editor', 'facilitator', 'counterpart', 'observer'];
const commenters: readonly Person[] = ['commenter', 'speaker', 'editor', 'facilitator', 'counterpart', 'observer'];
const editors: readonly Person[] = ['editor', 'facilitator', 'counterpart'];
const speakers: readonly Person[] = ['speaker', 'counterpart'];

/**
 * Who may do what, every action by every kind of person: in the one scenario, in a meeting on it, on a comment that the editor
 * wrote, in a thread that the German side keeps to itself, and on an offer that the deputy may answer.
 */
export const mayDo: Readonly<Record<Action, readonly Person[]>> = {
  'people.manage': ['administrator'],
  'scenario.create': ['facilitator'],
  'scenario.read': readers,
  'scenario.edit': editors,
  'scenario.freeze': ['facilitator'],
  'scenario.share': ['facilitator'],
  'scenario.collect': ['facilitator'],
  'thread.create': commenters,
  'thread.reply': commenters,
  'thread.resolve': commenters,
  'thread.assign': commenters,
  'thread.classify': commenters,
  'thread.translate': commenters,
  'thread.decide': editors,
  'internal-thread.see': ['viewer', 'viewingSpeaker', 'deputy', 'commenter', 'speaker', 'editor', 'facilitator'],
  'internal-thread.begin': ['commenter', 'speaker', 'editor', 'facilitator', 'counterpart'],
  'comment.change': ['editor'],
  'position.set': speakers,
  'judgement.set': speakers,
  'snapshot.create': editors,
  'snapshot.restore': ['facilitator'],
  'snapshot.offer': ['facilitator'],
  'snapshot.sign': ['deputy', ...speakers],
  'collection.create': ['facilitator'],
  'collection.read': readers,
  'collection.edit': editors,
  'collection.lead': ['facilitator'],
  'meeting.read': readers,
  'meeting.lead': ['facilitator'],
  'meeting.record': editors,
};

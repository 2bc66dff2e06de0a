import { includesRight, type Right } from '@/lib/domain/delegations';
import type { EditingState } from '@/lib/domain/editing';

/** Who acts. */
export interface Actor {
  readonly id: string;
  readonly isAdministrator: boolean;
  readonly mayCreateScenarios: boolean;
  readonly delegationId: string | null;
  readonly isSpeaker: boolean;
}

/** A scenario as the policy sees it: what the actor holds in it. */
export interface ScenarioSubject {
  readonly right: Right | null;
  /** Whether those who may edit can do so right now (`EditingState`); asked by whoever lets edits in. */
  readonly editing?: EditingState;
  /** Of an offer: a speaker has named the actor to answer it in the speaker's place. */
  readonly isDeputy?: boolean;
}

/** A meeting as the policy sees it: what the actor holds in each of its scenarios, or in that of one point of its agenda. */
export interface MeetingSubject {
  readonly rights: readonly (Right | null)[];
}

/** A collection as the policy sees it: what the actor holds in it, and in each of its scenarios. */
export interface CollectionSubject {
  readonly right: Right | null;
  readonly rights: readonly (Right | null)[];
}

/** A thread as the policy sees it: the delegation that keeps it to itself; null: everybody who reads the scenario sees it. */
export interface ThreadSubject {
  readonly internalTo: string | null;
}

/** A comment as the policy sees it: what the actor holds in its scenario, and who wrote it. */
export interface CommentSubject extends ScenarioSubject {
  readonly author: string;
}

/** True for a named speaker of a delegation: who may say what it thinks, and sign for it. */
const speaks = (actor: Actor): boolean => actor.isSpeaker && actor.delegationId !== null;

/**
 * The rules of who may do what, one sentence each. Pages, actions, the API and every socket frame ask here and nowhere
 * else. An administrator looks after people and settings; that alone opens no scenario.
 */
const sentences = {
  'people.manage': (actor: Actor) => actor.isAdministrator,
  'scenario.create': (actor: Actor) => actor.mayCreateScenarios,

  'scenario.read': (_actor: Actor, scenario: ScenarioSubject) => includesRight(scenario.right, 'viewer'),
  'scenario.edit': (_actor: Actor, scenario: ScenarioSubject) => includesRight(scenario.right, 'editor') && (scenario.editing ?? 'open') === 'open',
  'scenario.freeze': (_actor: Actor, scenario: ScenarioSubject) => includesRight(scenario.right, 'facilitator'),
  'scenario.share': (_actor: Actor, scenario: ScenarioSubject) => includesRight(scenario.right, 'facilitator'),

  // whether it is published with others, and in which authentic languages
  'scenario.collect': (_actor: Actor, scenario: ScenarioSubject) => includesRight(scenario.right, 'facilitator'),

  'thread.create': (_actor: Actor, scenario: ScenarioSubject) => includesRight(scenario.right, 'commenter'),
  'thread.reply': (_actor: Actor, scenario: ScenarioSubject) => includesRight(scenario.right, 'commenter'),
  'thread.resolve': (_actor: Actor, scenario: ScenarioSubject) => includesRight(scenario.right, 'commenter'),

  'thread.assign': (_actor: Actor, scenario: ScenarioSubject) => includesRight(scenario.right, 'commenter'),
  'thread.classify': (_actor: Actor, scenario: ScenarioSubject) => includesRight(scenario.right, 'commenter'),
  'thread.translate': (_actor: Actor, scenario: ScenarioSubject) => includesRight(scenario.right, 'commenter'),
  'thread.decide': (_actor: Actor, scenario: ScenarioSubject) => includesRight(scenario.right, 'editor'),
  'internal-thread.see': (actor: Actor, thread: ThreadSubject) => thread.internalTo === null || thread.internalTo === actor.delegationId,
  'internal-thread.begin': (actor: Actor, scenario: ScenarioSubject) => actor.delegationId !== null && includesRight(scenario.right, 'commenter'),
  'comment.change': (actor: Actor, comment: CommentSubject) => comment.author === actor.id && includesRight(comment.right, 'commenter'),

  'position.set': (actor: Actor, scenario: ScenarioSubject) => speaks(actor) && includesRight(scenario.right, 'commenter'),
  'judgement.set': (actor: Actor, scenario: ScenarioSubject) => speaks(actor) && includesRight(scenario.right, 'commenter'),

  'snapshot.create': (_actor: Actor, scenario: ScenarioSubject) => includesRight(scenario.right, 'editor'),
  'snapshot.restore': (_actor: Actor, scenario: ScenarioSubject) => includesRight(scenario.right, 'facilitator'),
  'snapshot.offer': (_actor: Actor, scenario: ScenarioSubject) => includesRight(scenario.right, 'facilitator'),
  'snapshot.sign': (actor: Actor, scenario: ScenarioSubject) =>
    (speaks(actor) && includesRight(scenario.right, 'commenter')) || (scenario.isDeputy === true && includesRight(scenario.right, 'viewer')),

  'collection.create': (actor: Actor) => actor.mayCreateScenarios,
  // whoever reads one of its scenarios sees the collection, and of it the scenarios that they may read
  'collection.read': (_actor: Actor, { right, rights }: CollectionSubject) => includesRight(right, 'viewer') || rights.some((held) => includesRight(held, 'viewer')),
  // its front and back matter
  'collection.edit': (_actor: Actor, { right, rights }: CollectionSubject) => includesRight(right, 'editor') || (rights.length > 0 && rights.every((held) => includesRight(held, 'editor'))),
  // its name, its authentic languages, what is in it and in which order, who has which right in it, and its end
  'collection.lead': (_actor: Actor, { right, rights }: CollectionSubject) =>
    includesRight(right, 'facilitator') || (rights.length > 0 && rights.every((held) => includesRight(held, 'facilitator'))),

  // whoever takes part in one of a meeting's scenarios takes part in the meeting, and sees what concerns that scenario
  'meeting.read': (_actor: Actor, { rights }: MeetingSubject) => rights.some((right) => includesRight(right, 'viewer')),
  // planning it, its course, its agenda's order and its presenter
  'meeting.lead': (_actor: Actor, { rights }: MeetingSubject) => rights.length > 0 && rights.every((right) => includesRight(right, 'facilitator')),
  // notes, decisions and actions, guests in one's room
  'meeting.record': (_actor: Actor, { rights }: MeetingSubject) => rights.some((right) => includesRight(right, 'editor')),
} as const;

type Sentences = typeof sentences;
export type Action = keyof Sentences;

/** True if `actor` may do `action` (to `subject`, where the action concerns a scenario). */
export function can<A extends Action>(actor: Actor, action: A, ...subject: Parameters<Sentences[A]> extends [Actor, infer S] ? [subject: S] : []): boolean {
  const sentence = sentences[action] as (actor: Actor, subject?: unknown) => boolean;
  return sentence(actor, ...(subject as [unknown?]));
}

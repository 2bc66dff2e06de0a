import { AccordError } from '@/lib/domain/errors';
import { can, type Action, type Actor, type ScenarioSubject } from './can';

/** The actions that concern one scenario. */
export type ScenarioAction = Extract<Action, `scenario.${string}` | `thread.${string}` | `snapshot.${string}` | `position.${string}` | `judgement.${string}`>;

/**
 * Lets pass who may do `action` in the scenario.
 * @throws not-found to those who may not even read it: they are told nothing of its existence; not-a-speaker to those
 *   whom only the missing office keeps from speaking for a delegation; forbidden to all others
 */
export function requireCan(actor: Actor, action: Exclude<ScenarioAction, 'scenario.create'>, scenario: ScenarioSubject): void {
  if (!can(actor, 'scenario.read', scenario)) throw new AccordError('not-found');
  if (can(actor, action, scenario)) return;
  const speaker = { ...actor, isSpeaker: true, delegationId: actor.delegationId ?? 'any' };
  throw new AccordError(can(speaker, action, scenario) ? 'not-a-speaker' : 'forbidden');
}

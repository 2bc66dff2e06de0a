import { AccordError } from '@/lib/domain/errors';
import { can, type Action, type Actor, type MeetingSubject } from './can';

/** The actions that concern one meeting. */
export type MeetingAction = Extract<Action, `meeting.${string}`>;

/**
 * Lets pass who may do `action` in the meeting.
 * @throws not-found to those who may not even read it; forbidden to all others
 */
export function requireMeeting(actor: Actor, action: MeetingAction, meeting: MeetingSubject): void {
  if (!can(actor, 'meeting.read', meeting)) throw new AccordError('not-found');
  if (!can(actor, action, meeting)) throw new AccordError('forbidden');
}

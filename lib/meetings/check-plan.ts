import { AccordError } from '@/lib/domain/errors';
import { longestMeetingLine, meetingMinutes } from '@/lib/domain/meetings';
import { optionalLine, statedLine } from '@/lib/domain/stated-text';
import { instantOf } from './local-time';
import type { MeetingPlan } from './meeting';

/**
 * What is stored of a plan.
 * @throws empty-text (no title), too-large, bad-request, no-such-time
 */
export function checkPlan(plan: MeetingPlan): MeetingPlan & { readonly startsAt: Date } {
  const { local, zone, minutes } = plan;
  if (!Number.isInteger(minutes) || minutes < meetingMinutes.least || minutes > meetingMinutes.most) throw new AccordError('bad-request');
  const link = optionalLine(plan.link, longestMeetingLine);
  if (link && !isWebAddress(link)) throw new AccordError('bad-request');
  return { title: statedLine(plan.title, longestMeetingLine), local, zone, minutes, place: optionalLine(plan.place, longestMeetingLine), link, startsAt: instantOf(local, zone) };
}

/** Anything else might be a script, or a file of whoever clicks it. */
function isWebAddress(link: string): boolean {
  if (!/^https?:\/\//i.test(link) || !URL.canParse(link)) return false;
  const { protocol } = new URL(link);
  return protocol === 'https:' || protocol === 'http:';
}

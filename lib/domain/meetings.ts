/** How far a meeting has come. Follows from what was done, and is never stored beside it. */
export const meetingCourses = ['planned', 'running', 'ended', 'cancelled'] as const;
export type MeetingCourse = (typeof meetingCourses)[number];

/** What can be written down at a point of the agenda. */
export const entryKinds = ['note', 'decision', 'action'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** The longest titles, places, links, names and rooms, in characters. */
export const longestMeetingLine = 300;
/** The longest note, decision or action, in characters. */
export const longestEntry = 5_000;
/** The shortest and the longest meeting, in minutes. */
export const meetingMinutes = { least: 5, most: 24 * 60 } as const;
/** Bounds that no meeting of people comes near. */
export const mostPoints = 500;
export const mostEntriesPerPoint = 300;
export const mostAttendances = 300;
export const mostMeetingScenarios = 50;

/**
 * After so many hours a meeting that nobody ended runs no longer: a forgotten one must not keep people from editing for ever.
 */
export const longestRun = 12;

/** How far a meeting has come at a moment. */
export function courseOf(meeting: { readonly startedAt: Date | null; readonly endedAt: Date | null; readonly cancelledAt: Date | null }, now: Date): MeetingCourse {
  if (meeting.cancelledAt) return 'cancelled';
  if (meeting.endedAt) return 'ended';
  if (!meeting.startedAt) return 'planned';
  return now.getTime() - meeting.startedAt.getTime() < longestRun * 3_600_000 ? 'running' : 'ended';
}

/** Places whose clocks every meeting shows: both sides' capitals of time. Others are added by the meeting's own zone. */
export const meetingZones = ['Europe/Berlin', 'Asia/Shanghai'] as const;

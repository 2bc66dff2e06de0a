import type { Right } from '@/lib/domain/delegations';
import type { Localized } from '@/lib/domain/languages';
import type { EntryKind, MeetingCourse } from '@/lib/domain/meetings';
import type { NamedPerson } from '@/lib/domain/named-person';

/** When and where, as it was planned. */
export interface MeetingPlan {
  readonly title: string;
  /** The time on the wall of `zone`, e.g. `2026-05-12T09:00`. */
  readonly local: string;
  /** IANA name. */
  readonly zone: string;
  readonly minutes: number;
  readonly place: string;
  /** http(s), or empty. */
  readonly link: string;
}

/** A scenario that the meeting deals with, and that the reader may see. */
export interface MeetingScenario {
  readonly id: string;
  readonly title: Localized;
  readonly right: Right;
}

/** What a meeting is about and how far it has come; times are ISO 8601, in UTC. */
export interface MeetingOutline extends MeetingPlan {
  readonly id: string;
  readonly startsAt: string;
  readonly course: MeetingCourse;
  readonly scenarios: readonly MeetingScenario[];
}

/** A meeting in a list. */
export interface ListedMeeting extends MeetingOutline {
  /** It is long over by its plan, and nobody ever began it. */
  readonly isMissed: boolean;
}

/** Somebody who was there. */
export interface Attendance {
  readonly id: string;
  /** Null: somebody without an account. */
  readonly person: string | null;
  readonly name: string;
  /** Code of the delegation; null: an observer. */
  readonly delegation: string | null;
  readonly room: string;
  readonly mayRemove: boolean;
}

/** What was said, decided, or given somebody to do. */
export interface Entry {
  readonly id: string;
  readonly kind: EntryKind;
  readonly body: string;
  /** Of an action: who does it. */
  readonly assignee: { readonly person: string | null; readonly name: string } | null;
  /** Of an action: until when, `2026-06-01`. */
  readonly dueOn: string | null;
  readonly author: NamedPerson;
  readonly at: string;
  readonly editedAt: string | null;
  readonly version: number;
  readonly mayCorrect: boolean;
}

/** A point of the agenda. */
export interface AgendaPoint {
  readonly id: string;
  /** Null: it concerns the meeting as a whole. */
  readonly scenario: string | null;
  /** `itemName`; null for words. */
  readonly item: string | null;
  readonly title: string;
  /** What the item was called when it came on the agenda; of a relation: its label, its source, its target. */
  readonly labels: readonly Localized[];
  readonly isParked: boolean;
  readonly entries: readonly Entry[];
  readonly mayRecord: boolean;
}

/** A meeting as one reader sees it: scenarios in which he or she holds no right are absent, with all that concerns them. */
export interface Meeting extends MeetingOutline {
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly revision: number;
  readonly planVersion: number;
  readonly plannedBy: NamedPerson;
  readonly presenter: NamedPerson | null;
  readonly onlyPresenterEdits: boolean;
  /** Who holds a right in one of the scenarios. */
  readonly participants: readonly NamedPerson[];
  readonly attendances: readonly Attendance[];
  readonly points: readonly AgendaPoint[];
  readonly may: { readonly lead: boolean; readonly record: boolean };
}

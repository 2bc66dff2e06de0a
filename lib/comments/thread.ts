import type { TextAnchor } from '@/lib/document/text-anchors';
import type { ProposalDecision, ProposalPart, ThreadKind } from '@/lib/domain/comments';
import type { Language, Localized } from '@/lib/domain/languages';
import type { NamedPerson } from '@/lib/domain/named-person';

/** A comment in another language, by a person. */
export interface Translation {
  readonly language: Language;
  readonly body: string;
  readonly by: NamedPerson;
  readonly at: string;
}

/** Exact new text that a comment proposes. */
export interface Proposal {
  readonly part: ProposalPart;
  /** What stood there when it was proposed. */
  readonly before: string;
  readonly after: string;
  /** Null: nobody has decided yet. */
  readonly decided: { readonly decision: ProposalDecision; readonly by: NamedPerson; readonly at: string } | null;
}

/** Something that a person said in a thread; times are ISO 8601, in UTC. */
export interface Comment {
  readonly id: string;
  readonly author: NamedPerson;
  /** Plain text; empty if the author has deleted it. */
  readonly body: string;
  readonly at: string;
  readonly language: Language | null;
  readonly editedAt: string | null;
  readonly isDeleted: boolean;
  /** The people it calls. */
  readonly mentions: readonly NamedPerson[];
  readonly translations: readonly Translation[];
  readonly proposal: Proposal | null;
}

/** Who is asked to act: a person, or a delegation (its code). */
export type Assignee = { readonly person: NamedPerson } | { readonly delegation: string };

/** A discussion of one item, its comments in the order in which they were made, as one person sees it. */
export interface Thread {
  readonly id: string;
  /** `itemName` of what is discussed; the item itself may have been deleted meanwhile. */
  readonly item: string;
  readonly kind: ThreadKind;
  /** The range of wording that it is about; null: the whole item. */
  readonly anchor: TextAnchor | null;
  /** What the item was called when the discussion began (`itemLabels`); null where its name says all, or nobody noted it. */
  readonly called: readonly Localized[] | null;
  /** Code of the delegation that keeps it to itself; null: everybody who reads the scenario sees it. */
  readonly internalTo: string | null;
  readonly assignee: Assignee | null;
  /** A day, `2026-11-30`. */
  readonly dueOn: string | null;
  readonly resolved: { readonly by: NamedPerson; readonly at: string } | null;
  /** How many comments of others this person has not read yet. */
  readonly unread: number;
  readonly comments: readonly Comment[];
}

import type { RightFor } from '@/lib/domain/counterparts';
import type { Evidence } from '@/lib/domain/evidence';
import type { Language } from '@/lib/domain/languages';
import type { Phase } from '@/lib/domain/phases';
import type { Box, Change, Claim, Dimension, Enterprise, Note, Reason, Relation, RelationKind, Role, RolePlacement, SectionKey } from '@/lib/domain/scenario';
import type { RichTextDiff } from './diff-rich-text';
import type { TextDiff } from './diff-text';

/** A value and what became of it. */
export interface ValueChange<T> {
  readonly from: T;
  readonly to: T;
}

/** Which languages of a short text have changed, and how. */
export type LocalizedDiff = Readonly<Partial<Record<Language, TextDiff>>>;

export interface RoleChange {
  readonly id: string;
  readonly label: LocalizedDiff;
  /** Per phase in which its place or enterprise is another; null: it does not stand there. */
  readonly phases: Readonly<Partial<Record<Phase, ValueChange<RolePlacement | null>>>>;
}
export interface RelationChange {
  readonly id: string;
  readonly label: LocalizedDiff;
  readonly kind?: ValueChange<RelationKind | null>;
  readonly source?: ValueChange<string>;
  readonly target?: ValueChange<string>;
  readonly phases?: ValueChange<readonly Phase[]>;
}
export interface EnterpriseChange {
  readonly id: string;
  readonly name: LocalizedDiff;
  readonly colour?: ValueChange<number>;
  readonly newInFuture?: ValueChange<boolean>;
  readonly claim?: ValueChange<Claim | null>;
  readonly claimReason: TextDiff | null;
}
export interface NoteChange {
  readonly id: string;
  readonly text: TextDiff | null;
  readonly phase?: ValueChange<Phase>;
  readonly box?: ValueChange<Box | null>;
}
/** What became of one cell; of an enterprise that was added, from an empty one. */
export interface CellChange {
  readonly enterprise: string;
  readonly dimension: Dimension;
  readonly change?: ValueChange<Change | null>;
  readonly rationale: TextDiff | null;
  readonly before: TextDiff | null;
  readonly after: TextDiff | null;
  readonly reasons?: ValueChange<readonly string[]>;
  /** Reasons of the scenario's own that the cell goes on to name, and that are called otherwise now. */
  readonly renamedReasons?: readonly string[];
  /** Also where only what is no part of what is agreed differs: whether it was confirmed. */
  readonly evidence?: ValueChange<readonly Evidence[]>;
}
export interface ReasonChange {
  readonly id: string;
  readonly label: LocalizedDiff;
}

/** What became of a list of things with ids. */
export interface ListDiff<Thing, Changed> {
  readonly added: readonly Thing[];
  readonly dropped: readonly Thing[];
  readonly changed: readonly Changed[];
  /** All ids in their new order; null if it is the old one without the dropped, followed by the added. */
  readonly order: readonly string[] | null;
}

/** Everything in which two versions of a scenario differ: `applyDiff` makes the one of the other. */
export interface ScenarioDiff {
  readonly schemaVersion: ValueChange<number> | null;
  readonly title: LocalizedDiff;
  readonly origin: ValueChange<string | null> | null;
  readonly bestPractice: ValueChange<string | null> | null;
  readonly roles: ListDiff<Role, RoleChange>;
  readonly relations: ListDiff<Relation, RelationChange>;
  readonly enterprises: ListDiff<Enterprise, EnterpriseChange>;
  readonly notes: ListDiff<Note, NoteChange>;
  readonly reasons: ListDiff<Reason, ReasonChange>;
  readonly cells: readonly CellChange[];
  readonly sections: readonly { readonly section: SectionKey; readonly language: Language; readonly diff: RichTextDiff }[];
  readonly leadingLanguage: ValueChange<Language> | null;
  /** The texts that were declared right for another leading wording. */
  readonly rightFor: readonly ({ readonly section: SectionKey; readonly language: Language } & ValueChange<RightFor | null>)[];
}


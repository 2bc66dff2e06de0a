import type { RightFor } from './counterparts';
import type { Evidence } from './evidence';
import type { Language, Localized } from './languages';
import type { Phase } from './phases';
import type { RichText } from './rich-text';

/**
 * The version of the document's shape that this code writes. A client that knows only an earlier one turns read-only, so it
 * is raised only by what an older client would misread or destroy. New roots and keys do neither: it leaves alone what it
 * does not know, and opens no text with a mark that it does not know (can-open.ts). The exchange format has a version of its own (`exchangeVersion`).
 */
export const schemaVersion = 1;

/** The four pieces of wording of a scenario, in the order in which they are printed. */
export const sectionKeys = ['description', 'value-proposition', 'revenue-mechanism', 'business-model-innovation'] as const;
export type SectionKey = (typeof sectionKeys)[number];

/** `product`: (physical) product value chain; `data`: data and service value chain. */
export const relationKinds = ['product', 'data'] as const;
export type RelationKind = (typeof relationKinds)[number];

/** The four dimensions of the St. Gallen magic triangle. */
export const dimensions = ['who', 'what', 'how', 'value'] as const;
export type Dimension = (typeof dimensions)[number];

/** `null` in a cell means: not judged yet. */
export const changes = ['none', 'significant', 'not-applicable'] as const;
export type Change = (typeof changes)[number];

/** What the wording can say of an enterprise's business model. */
export const claims = ['innovated', 'not-innovated', 'not-applicable'] as const;
export type Claim = (typeof claims)[number];

/** Where a scenario's example comes from; codes of delegations, open for more. */
export type Origin = string;

/** Canvas units, whole numbers: left, top, width, and the least height (a role grows with its label). */
export type Box = readonly [x: number, y: number, width: number, height: number];

/** What a role is in one phase. */
export interface RolePlacement {
  /** Id of the enterprise that assumes the role; null: some other enterprise with exactly this role (white). */
  readonly enterprise: string | null;
  /** null: not placed yet, the reader lays it out. */
  readonly box: Box | null;
}

export interface Role {
  readonly id: string;
  readonly label: Localized;
  /** A role stands in one phase, in both, or (while somebody works on it) in none. */
  readonly phases: Readonly<Partial<Record<Phase, RolePlacement>>>;
}

export interface Relation {
  readonly id: string;
  readonly label: Localized;
  readonly kind: RelationKind | null;
  /** Role ids: the supplier of the value proposition, and its customer. */
  readonly source: string;
  readonly target: string;
  readonly phases: readonly Phase[];
}

export interface Enterprise {
  readonly id: string;
  readonly name: Localized;
  /** Index into the palette of enterprise colours. */
  readonly colour: number;
  /** True for an enterprise that is new in the future network. */
  readonly newInFuture: boolean;
  /** The verdict that the wording pronounces; null: it says none. */
  readonly claim: Claim | null;
  /** Why the wording may say something else than follows from the assessment; empty: nobody has given a reason. */
  readonly claimReason: string;
}

/** A working note on the canvas; not part of what is agreed. */
export interface Note {
  readonly id: string;
  readonly text: string;
  readonly phase: Phase;
  readonly box: Box | null;
}

/** A reason that a scenario adds to the standard ones (reasons.ts). */
export interface Reason {
  readonly id: string;
  readonly label: Localized;
}

/** One dimension of an enterprise's business model, and how it changes. */
export interface Cell {
  readonly change: Change | null;
  readonly rationale: string;
  /** What the dimension is today, and what it is in the intended future. */
  readonly before: string;
  readonly after: string;
  /** Why the change is significant: ids of standard reasons and of the scenario's own, in their order (`reasonIds`). */
  readonly reasons: readonly string[];
  /** What the judgement rests on, in its order (`inEvidenceOrder`). */
  readonly evidence: readonly Evidence[];
}

/** A cell that nobody has touched. */
export const emptyCell: Cell = { change: null, rationale: '', before: '', after: '', reasons: [], evidence: [] };

/** One business scenario, plain and canonical: what `projectScenario` makes of a document. */
export interface Scenario {
  readonly schemaVersion: number;
  readonly title: Localized;
  readonly origin: Origin | null;
  /** The technical usage-view example that the scenario relates to. */
  readonly bestPractice: string | null;
  readonly roles: readonly Role[];
  readonly relations: readonly Relation[];
  readonly enterprises: readonly Enterprise[];
  readonly notes: readonly Note[];
  /** The reasons that this scenario adds to the standard ones. */
  readonly reasons: readonly Reason[];
  /** Enterprise id → dimension → cell, every cell present. */
  readonly assessment: Readonly<Record<string, Readonly<Record<Dimension, Cell>>>>;
  readonly sections: Readonly<Record<SectionKey, Readonly<Record<Language, RichText>>>>;
  /** The language whose texts the others render. */
  readonly leadingLanguage: Language;
  /** Per text, the leading wording for which it was last declared right; null: never. Not part of what is agreed. */
  readonly rightFor: Readonly<Record<SectionKey, Readonly<Record<Language, RightFor | null>>>>;
}

import type { Language } from '@/lib/domain/languages';
import type { Phase } from '@/lib/domain/phases';
import type { Scenario } from '@/lib/domain/scenario';

/** What is looked at, in the order in which findings are listed: the network, the assessment, the wording. */
export const checkNames = [
  'without-label',
  'relation-without-kind',
  'isolated-role',
  'in-no-phase',
  'enterprise-without-role',
  'enterprise-without-assessment',
  'significant-without-rationale',
  'significant-without-reason',
  'significant-without-evidence',
  'evidence-to-recheck',
  'verdict-against-wording',
  'text-empty',
  'text-out-of-date',
  'text-unconfirmed',
  'role-not-in-network',
  'label-missing',
] as const;
export type CheckName = (typeof checkNames)[number];

/** A place at which a scenario is not whole, or does not hold together. */
export interface Finding {
  readonly check: CheckName;
  /** `itemName` of where it is to be seen to. */
  readonly item: string;
  /** The phases in which it is so; empty: that does not depend on the phase. */
  readonly phases: readonly Phase[];
  /** The languages in which something is missing; empty: that does not depend on the language, or the item's name says it. */
  readonly languages: readonly Language[];
  /** The words of the text that it is about; null: it is about the item. */
  readonly words: string | null;
}

/** One check: everything that it finds in a scenario, in the scenario's own order. */
export type Check = (scenario: Scenario) => readonly FoundAt[];

/** A finding without the name of its check. */
export type FoundAt = Pick<Finding, 'item'> & Partial<Pick<Finding, 'phases' | 'languages' | 'words'>>;

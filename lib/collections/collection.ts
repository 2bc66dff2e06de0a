import type { AssessedEnterprise } from '@/lib/domain/assessed-enterprise';
import type { Language, Localized } from '@/lib/domain/languages';

/** What people say of a collection. */
export interface CollectionPlan {
  readonly name: Localized;
  readonly authenticLanguages: readonly Language[];
}

/** A scenario of a collection, as far as the collection knows it. */
export interface CollectedScenario {
  readonly id: string;
  readonly title: Localized;
  /** Its enterprises with what is judged of them; null: not kept yet. */
  readonly assessed: readonly AssessedEnterprise[] | null;
  /** The reader may take it out of the collection. */
  readonly mayRemove: boolean;
}

/** A collection as one reader sees it. */
export interface Collection extends CollectionPlan {
  readonly id: string;
  /** In their order; only those that the reader may read. */
  readonly scenarios: readonly CollectedScenario[];
  /** `lead`: name it, choose its languages, and put scenarios in and in order. */
  readonly may: { readonly lead: boolean };
}

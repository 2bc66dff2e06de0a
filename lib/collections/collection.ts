import type { AssessedEnterprise } from '@/lib/domain/assessed-enterprise';
import type { Language, Localized } from '@/lib/domain/languages';
import type { RoleNames } from '@/lib/domain/role-names';

/** What people say of a collection. */
export interface CollectionPlan {
  readonly name: Localized;
  /** What it is about, in any of the languages, or in none. */
  readonly description: Localized;
  readonly authenticLanguages: readonly Language[];
}

/** A scenario of a collection, as far as the collection knows it. */
export interface CollectedScenario {
  readonly id: string;
  readonly title: Localized;
  /** Its enterprises with what is judged of them; null: not kept yet. */
  readonly assessed: readonly AssessedEnterprise[] | null;
  /** What its roles and its wording call roles; null: not kept yet. */
  readonly roleNames: RoleNames | null;
  /** The reader may take it out of the collection. */
  readonly mayRemove: boolean;
}

/** A collection as one reader sees it. */
export interface Collection extends CollectionPlan {
  readonly id: string;
  /** In their order; only those that the reader may read. */
  readonly scenarios: readonly CollectedScenario[];
  /** `lead`: name and describe it, choose its languages, put scenarios in and in order, share it and take it away. */
  readonly may: { readonly lead: boolean };
}

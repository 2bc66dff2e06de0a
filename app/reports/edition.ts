import type { ChainHead } from '@/lib/db/sign-off-chain';
import type { Delegation } from '@/lib/domain/delegations';
import type { Language, Localized } from '@/lib/domain/languages';
import type { Scenario } from '@/lib/domain/scenario';
import type { PositionList } from '@/lib/positions/position';
import type { MatterSection } from '@/lib/domain/matter';
import type { RichText } from '@/lib/domain/rich-text';
import type { Snapshot } from '@/lib/snapshots/snapshot';

/** A scenario as an edition holds it. */
export interface EditedScenario {
  readonly id: string;
  readonly content: Scenario;
  /** SHA-256 of the content: of a version, what was signed. */
  readonly hash: string;
  /** The version that is printed; null: the live content, as it stood when it was read. */
  readonly version: Snapshot | null;
  /** What the delegations say, as far as everybody who reads the scenario sees it. */
  readonly positions: PositionList;
}

/** What a report holds, read at one moment. Each scenario that is not agreed makes its pages a draft. */
export interface Edition {
  /** Null: a report of one scenario, which bears its title. */
  readonly collection: Localized | null;
  /** In which languages the wording is binding; null: no collection says so. */
  readonly authentic: readonly Language[] | null;
  readonly scenarios: readonly EditedScenario[];
  readonly delegations: readonly Delegation[];
  readonly head: ChainHead;
  /** When it was read; ISO 8601, in UTC. */
  readonly at: string;
  /** What stands before and behind the scenarios, in all the languages in which it is written. */
  readonly matter: readonly EditedMatter[];
}

/** A text of a collection's front or back matter as an edition holds it. Nobody signs these: they are always a draft. */
export interface EditedMatter {
  readonly section: MatterSection;
  readonly language: Language;
  readonly text: RichText;
  readonly version: number;
  /** SHA-256 of the text. */
  readonly hash: string;
}

export const isAgreed = ({ version }: EditedScenario): boolean => version?.agreed ?? false;

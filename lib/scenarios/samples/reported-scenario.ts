import type { Language } from '@/lib/domain/languages';
import type { StandardReason } from '@/lib/domain/reasons';
import type { Dimension, Origin, SectionKey } from '@/lib/domain/scenario';
import type { SampleName } from '../load-samples';

/** What the report ("Examples for business scenarios in manufacturing industry") says of one of its examples; the sample is held to it. */
export interface ReportedScenario {
  readonly sample: SampleName;
  /** As the report's heading has it. */
  readonly title: string;
  readonly origin: Origin;
  /** null: its overview (figure 6), which relates the examples to best practices, is lost in the text that we have. */
  readonly bestPractice: string | null;
  /** By the id of the enterprise in the sample. */
  readonly enterprises: Readonly<Record<string, ReportedEnterprise>>;
  /** Numbers, dates and the like that the wording has to state. */
  readonly figures: readonly ReportedFigure[];
  readonly slips: readonly Slip[];
}

export interface ReportedEnterprise {
  /** The verdict that the report pronounces; null: none. */
  readonly claimed: 'innovated' | 'not-innovated' | 'not-applicable' | null;
  /** The dimensions that it names as changed, and not merely as optimised, with what it gives as reasons; none: it calls the dimension changed and does not say why. */
  readonly significant: Readonly<Partial<Record<Dimension, readonly StandardReason[]>>>;
  /** Dimensions of which it says nothing that could be judged. */
  readonly unsaid?: readonly Dimension[];
  /** True for those that it calls new in the network. */
  readonly newInFuture?: true;
}

/** How the figure reads in English, and in the languages in which the sample is worded besides. */
export type ReportedFigure = { readonly section: SectionKey; readonly en: string } & Readonly<Partial<Record<Exclude<Language, 'en'>, string>>>;

/**
 * `claimed-verdict`: the verdict does not follow from the dimensions named · `contradiction`: two statements exclude each
 * other, here or between examples · `vague`: a change is stated as possible, or in words that fit no dimension ·
 * `no-verdict`: no verdict, or none that fits · `no-innovation`: nobody's business model changes · `network`: what a role
 * does, or whether it stays, is not said · `wrong-name`: a wrong or varying name · `lost-text` and `missing-figure`: what
 * the text that we have has lost
 */
export type SlipKind = 'claimed-verdict' | 'contradiction' | 'vague' | 'no-verdict' | 'no-innovation' | 'network' | 'wrong-name' | 'lost-text' | 'missing-figure';

/** A slip or gap of the report: kept visible in the sample, never repaired. */
export interface Slip {
  /** Id of the working note that explains it on the canvas. */
  readonly note: string;
  readonly kind: SlipKind;
  /** Names of the items that it concerns; none: the scenario as a whole. */
  readonly about: readonly string[];
  readonly explanation: string;
}

import type { Language } from '@/lib/domain/languages';
import type { MatterSection } from '@/lib/domain/matter';
import type { NamedPerson } from '@/lib/domain/named-person';
import type { RichText } from '@/lib/domain/rich-text';

/** A text of a collection's front or back matter in one language. */
export interface CollectionText {
  readonly section: MatterSection;
  readonly language: Language;
  readonly text: RichText;
  /** Counts what was stored: whoever stores says on which one their text builds. */
  readonly version: number;
  /** Who stored it last; null: nobody who is known any more. */
  readonly changedBy: NamedPerson | null;
  /** ISO 8601. */
  readonly changedAt: string;
}

/** The front and back matter of a collection as one reader sees it. */
export interface CollectionTexts {
  /** Those that somebody has ever written. */
  readonly texts: readonly CollectionText[];
  readonly may: { readonly edit: boolean };
}

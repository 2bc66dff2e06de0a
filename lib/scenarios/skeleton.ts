import { byKey } from '@/lib/domain/by-key';
import { neverDeclaredRight } from '@/lib/domain/counterparts';
import { emptyLocalized, languages, workingLanguage, type Language } from '@/lib/domain/languages';
import { schemaVersion, sectionKeys, type Origin, type Scenario } from '@/lib/domain/scenario';

export interface Skeleton {
  readonly title: string;
  /** The language in which `title` is written. */
  readonly language: Language;
  readonly origin?: Origin | null;
}

/** A scenario as the method begins it (report, Methodology): titled, its four sections and the network still empty. */
export function skeleton({ title, language, origin = null }: Skeleton): Scenario {
  return {
    schemaVersion,
    title: { ...emptyLocalized, [language]: title },
    origin,
    bestPractice: null,
    roles: [],
    relations: [],
    enterprises: [],
    notes: [],
    reasons: [],
    assessment: {},
    sections: byKey(sectionKeys, () => byKey(languages, () => [])),
    leadingLanguage: workingLanguage,
    rightFor: neverDeclaredRight,
  };
}

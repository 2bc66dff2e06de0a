import type { RightFor } from '@/lib/domain/counterparts';
import { languages, type Language } from '@/lib/domain/languages';
import { paragraphsOf } from '@/lib/domain/rich-text';
import { sectionKeys, type Scenario, type SectionKey } from '@/lib/domain/scenario';
import { exchangeFormat, exchangeVersion } from './exchange-schema';

/** What an exchange file holds; `/schema/scenario-<version>.json` describes it. */
export interface ExchangeFile {
  readonly format: typeof exchangeFormat;
  readonly version: typeof exchangeVersion;
  readonly scenario: Omit<Scenario, 'schemaVersion' | 'rightFor'> & { readonly rightFor: StatedRightFor };
}
type StatedRightFor = Readonly<Partial<Record<SectionKey, Readonly<Partial<Record<Language, RightFor | null>>>>>>;

/** The scenario as an exchange file; `importScenario` gives the same scenario back. */
export function exportScenario({ schemaVersion: _ofTheDocument, rightFor, ...scenario }: Scenario): ExchangeFile {
  return { format: exchangeFormat, version: exchangeVersion, scenario: { ...scenario, rightFor: statedRightFor({ ...scenario, rightFor }) } };
}

/** Without what a reader of the file would take for granted: that a text is right for nothing while it, or what leads, is not written yet. */
function statedRightFor({ sections, leadingLanguage, rightFor }: Pick<Scenario, 'sections' | 'leadingLanguage' | 'rightFor'>): StatedRightFor {
  const stated = sectionKeys.map((section) => {
    const isWritten = (language: Language): boolean => paragraphsOf(sections[section][language]).length > 0;
    const known = languages.filter((language) => rightFor[section][language] || (language !== leadingLanguage && isWritten(language) && isWritten(leadingLanguage)));
    return [section, Object.fromEntries(known.map((language) => [language, rightFor[section][language]]))] as const;
  });
  return Object.fromEntries(stated.filter(([, texts]) => Object.keys(texts).length > 0));
}

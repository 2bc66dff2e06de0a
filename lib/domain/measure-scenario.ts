import type { Bound } from './bounds';
import { languages, type Localized } from './languages';
import { plainText } from './rich-text';
import { dimensions, sectionKeys, type Cell, type Scenario } from './scenario';

/** How much a scenario holds of what `bounds` bounds (except what it weighs in the store). Characters are UTF-16 units. */
export function measureScenario(scenario: Scenario): Record<Exclude<Bound, 'storedBytes'>, number> {
  const localized = (text: Localized): number => languages.reduce((sum, language) => sum + text[language].length, 0);
  const sum = <T>(items: readonly T[], lengthOf: (item: T) => number): number => items.reduce((total, item) => total + lengthOf(item), 0);
  const ofCell = ({ rationale, before, after, evidence }: Cell): number => rationale.length + before.length + after.length + sum(evidence, (each) => (each.kind === 'text' ? each.quote.length : 0));
  const cells = Object.values(scenario.assessment).flatMap((row) => dimensions.map((dimension) => row[dimension]));
  const mostOf = (counts: readonly number[]): number => Math.max(0, ...counts);
  return {
    roles: scenario.roles.length,
    relations: scenario.relations.length,
    enterprises: scenario.enterprises.length,
    notes: scenario.notes.length,
    reasons: scenario.reasons.length,
    evidenceOfCell: mostOf(cells.map(({ evidence }) => evidence.length)),
    reasonsOfCell: mostOf(cells.map(({ reasons }) => reasons.length)),
    characters:
      localized(scenario.title) +
      sum(scenario.roles, (role) => localized(role.label)) +
      sum(scenario.relations, (relation) => localized(relation.label)) +
      sum(scenario.enterprises, (enterprise) => localized(enterprise.name) + enterprise.claimReason.length) +
      sum(scenario.notes, (note) => note.text.length) +
      sum(scenario.reasons, (reason) => localized(reason.label)) +
      sum(cells, ofCell) +
      sum(sectionKeys, (section) => sum(languages, (language) => plainText(scenario.sections[section][language]).length)),
  };
}

import { counterpartState, type CounterpartState } from '@/lib/domain/counterparts';
import { itemName } from '@/lib/domain/items';
import { languages, type Language, type Localized } from '@/lib/domain/languages';
import { paragraphsOf } from '@/lib/domain/rich-text';
import { roleNamesOf } from '@/lib/domain/role-names';
import { sectionKeys, type Scenario, type SectionKey } from '@/lib/domain/scenario';
import type { Check, FoundAt } from './finding';

/** What is labelled: the scenario by its title, roles, relations, enterprises by their names. */
function labelled({ title, roles, relations, enterprises }: Scenario): readonly { readonly item: string; readonly label: Localized }[] {
  return [
    { item: 'scenario', label: title },
    ...roles.map(({ id, label }) => ({ item: `role:${id}`, label })),
    ...relations.map(({ id, label }) => ({ item: `relation:${id}`, label })),
    ...enterprises.map(({ id, name }) => ({ item: `enterprise:${id}`, label: name })),
  ];
}

const missingIn = (label: Localized): readonly Language[] => languages.filter((language) => label[language].trim() === '');

/** What has no label in any language. */
export const withoutLabel: Check = (scenario) =>
  labelled(scenario)
    .filter(({ label }) => missingIn(label).length === languages.length)
    .map(({ item }) => ({ item }));

/** What has a label, but not in every language. */
export const labelsMissing: Check = (scenario) =>
  labelled(scenario).flatMap(({ item, label }) => {
    const missing = missingIn(label);
    return missing.length > 0 && missing.length < languages.length ? [{ item, languages: missing }] : [];
  });

/** Every text of which `isSo` holds. */
function texts(isSo: (section: SectionKey, language: Language) => boolean): FoundAt[] {
  return sectionKeys.flatMap((section) => languages.filter((language) => isSo(section, language)).map((language) => ({ item: itemName({ kind: 'section', section, language }) })));
}

/** Sections that have not been written in a language. */
export const emptyTexts: Check = ({ sections }) => texts((section, language) => paragraphsOf(sections[section][language]).length === 0);

const inState =
  (state: CounterpartState): Check =>
  (scenario) =>
    texts((section, language) => counterpartState(scenario, section, language) === state);

/** Texts that rendered the leading one until that changed. */
export const textsOutOfDate = inState('out-of-date');

/** Texts of which nobody has said yet that they render the leading one. */
export const textsUnconfirmed = inState('unconfirmed');

/** What the wording calls a role, and no role of the network is called. */
export const rolesNotInNetwork: Check = (scenario) => roleNamesOf(scenario).unborne.map(({ item, name }) => ({ item, words: name }));

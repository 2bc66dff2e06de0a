import { parseItemName } from './items';
import type { Localized } from './languages';
import type { Scenario } from './scenario';

/**
 * What an item is called, in every language: of a relation its label, its source and its target; of a cell its enterprise;
 * nothing of a section, whose name says all. Null: there is no such item (any more).
 */
export function itemLabels(scenario: Scenario, name: string): readonly Localized[] | null {
  const item = parseItemName(name);
  const role = (id: string): Localized | undefined => scenario.roles.find((candidate) => candidate.id === id)?.label;
  const enterprise = (id: string): Localized | undefined => scenario.enterprises.find((candidate) => candidate.id === id)?.name;
  const found = (...labels: readonly (Localized | undefined)[]): readonly Localized[] | null => (labels.every((label) => label !== undefined) ? labels : null);
  switch (item?.kind) {
    case undefined:
      return null;
    case 'scenario':
    case 'section':
      return [];
    case 'role':
      return found(role(item.id));
    case 'relation': {
      const relation = scenario.relations.find(({ id }) => id === item.id);
      return relation ? found(relation.label, role(relation.source), role(relation.target)) : null;
    }
    case 'enterprise':
      return found(enterprise(item.id));
    case 'cell':
      return found(enterprise(item.enterprise));
  }
}

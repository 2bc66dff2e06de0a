import { parseItemName } from './items';
import type { Language } from './languages';
import type { HashedItem } from './positions';

/**
 * True of a text in a language in which the wording is binding (domain.md, "collection").
 * @param authentic the languages that the scenario's collection names; null: it belongs to none, and its leading language alone is authentic
 */
export function isAuthentic({ name, leads }: HashedItem, authentic: readonly Language[] | null): boolean {
  if (authentic === null) return leads === true;
  const item = parseItemName(name);
  return item?.kind === 'section' && authentic.includes(item.language);
}

import type { Delegation } from '@/lib/domain/delegations';
import { textIn, type Language } from '@/lib/domain/languages';

/**
 * What the origin of an example is called: a country, not a side of the table (德国, not 德方).
 * @param t messages of the namespace `ui`
 * @returns the name of a delegation beyond the two, its bare code where it is unknown
 */
export function originName(t: (key: 'country.DE' | 'country.CN') => string, origin: string, delegations: readonly Delegation[], language: Language): string {
  if (origin === 'DE' || origin === 'CN') return t(`country.${origin}`);
  const delegation = delegations.find(({ code }) => code === origin);
  return delegation ? textIn(delegation.name, language) : origin;
}

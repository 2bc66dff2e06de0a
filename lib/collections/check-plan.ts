import { byKey } from '@/lib/domain/by-key';
import { longestLabel, longestNote } from '@/lib/domain/bounds';
import { AccordError } from '@/lib/domain/errors';
import { languages } from '@/lib/domain/languages';
import { optionalLine, optionalText } from '@/lib/domain/stated-text';
import type { CollectionPlan } from './collection';

/**
 * What may be written of a collection: a name in one language at least, a description in any, and the authentic languages in their fixed order.
 * @throws empty-text, too-large, bad-request
 */
export function checkPlan({ name, description, authenticLanguages }: CollectionPlan): CollectionPlan {
  const called = byKey(languages, (language) => optionalLine(name[language], longestLabel));
  if (languages.every((language) => called[language] === '')) throw new AccordError('empty-text');
  const described = byKey(languages, (language) => optionalText(description[language], longestNote));
  const authentic = languages.filter((language) => authenticLanguages.includes(language));
  if (authentic.length === 0 || authentic.length !== authenticLanguages.length) throw new AccordError('bad-request');
  return { name: called, description: described, authenticLanguages: authentic };
}

/** True if two plans, as `checkPlan` gives them, say the same. */
export function isSamePlan(a: CollectionPlan, b: CollectionPlan): boolean {
  return languages.every((language) => a.name[language] === b.name[language] && a.description[language] === b.description[language] && a.authenticLanguages.includes(language) === b.authenticLanguages.includes(language));
}

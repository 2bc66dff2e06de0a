import { byKey } from '@/lib/domain/by-key';
import { longestLabel, longestNote } from '@/lib/domain/bounds';
import { AccordError } from '@/lib/domain/errors';
import { languages } from '@/lib/domain/languages';
import { soundText } from '@/lib/domain/text';
import type { CollectionPlan } from './collection';

/**
 * What may be written of a collection: a name in one language at least, a description in any, and the authentic languages in their fixed order.
 * @throws empty-text, too-large, bad-request
 */
export function checkPlan({ name, description, authenticLanguages }: CollectionPlan): CollectionPlan {
  const called = byKey(languages, (language) => soundText(name[language]).trim());
  if (languages.every((language) => called[language] === '')) throw new AccordError('empty-text');
  if (languages.some((language) => called[language].length > longestLabel)) throw new AccordError('too-large');
  const described = byKey(languages, (language) => soundText(description[language]).trim());
  if (languages.some((language) => described[language].length > longestNote)) throw new AccordError('too-large');
  const authentic = languages.filter((language) => authenticLanguages.includes(language));
  if (authentic.length === 0 || authentic.length !== authenticLanguages.length) throw new AccordError('bad-request');
  return { name: called, description: described, authenticLanguages: authentic };
}

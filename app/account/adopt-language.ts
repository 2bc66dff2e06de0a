'use server';
import { currentPerson } from '../session';
import { chooseLanguage } from './choose-language';
import type { Language } from '@/lib/domain/languages';

/**
 * Right after a sign-in: a language chosen on the sign-in page becomes the person's own; otherwise the device takes on the one
 * that the person chose before, perhaps on another device.
 */
export async function adoptLanguage(chosenHere: Language | null): Promise<void> {
  const language = chosenHere ?? (await currentPerson())?.person.locale;
  if (language) await chooseLanguage(language);
}

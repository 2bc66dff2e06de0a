'use server';
import { cookies } from 'next/headers';
import { database } from '@/lib/db/client';
import { isLanguage, type Language } from '@/lib/domain/languages';
import { setLocale } from '@/lib/people/set-locale';
import { currentPerson } from '../session';
import { languageCookie } from './language-cookie';

/**
 * Remembers the language of the interface: on this device, and with the person who is signed in. Next renders the page anew
 * with the answer, in place.
 */
export async function chooseLanguage(language: Language): Promise<void> {
  if (!isLanguage(language)) return; // an action takes whatever somebody sends
  (await cookies()).set(languageCookie.name, language, languageCookie.options);
  const session = await currentPerson();
  if (session) await setLocale(database(), session.actor, language);
}

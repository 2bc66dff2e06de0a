'use server';
import { z } from 'zod';
import { database } from '@/lib/db/client';
import { AccordError } from '@/lib/domain/errors';
import { mailFrequencies, type MailFrequency } from '@/lib/domain/inbox';
import { changePassword as changePasswordVerb } from '@/lib/people/change-password';
import { eraseOwnAccount as eraseOwnAccountVerb } from '@/lib/people/erase-person';
import { setMailFrequency as setMailFrequencyVerb } from '@/lib/people/set-mail-frequency';
import { signOutEverywhere as signOutEverywhereVerb } from '@/lib/people/sign-out-everywhere';
import { actionResult, type ActionResult } from '../action-result';
import { actingPerson } from '../session';
import { startSession } from './start-session';

const passwords = z.object({ current: z.string().max(1000), next: z.string().max(1000) });

/** Changes one's own password; every other session ends, this browser's goes on. */
export async function changePassword(_before: ActionResult | null, data: FormData): Promise<ActionResult> {
  return actionResult(async () => {
    const { actor } = await actingPerson();
    const parsed = passwords.safeParse(data instanceof FormData ? Object.fromEntries(data) : null); // an action takes whatever somebody sends
    if (!parsed.success) throw new AccordError('bad-request');
    await startSession(await changePasswordVerb(database(), actor, parsed.data));
  });
}

/** Settles how often mail tells of what is in the inbox. */
export async function setMailFrequency(frequency: MailFrequency): Promise<ActionResult> {
  return actionResult(async () => {
    const { actor } = await actingPerson();
    const parsed = z.enum(mailFrequencies).safeParse(frequency);
    if (!parsed.success) throw new AccordError('bad-request');
    await setMailFrequencyVerb(database(), actor, parsed.data);
  });
}

/** Ends all of one's own sessions, this one included. */
export async function signOutEverywhere(): Promise<ActionResult> {
  return actionResult(async () => signOutEverywhereVerb(database(), (await actingPerson()).actor));
}

/** Erases one's own account, after the password. */
export async function eraseOwnAccount(password: string): Promise<ActionResult> {
  return actionResult(async () => {
    const { actor } = await actingPerson();
    const parsed = z.string().max(1000).safeParse(password);
    if (!parsed.success) throw new AccordError('bad-request');
    await eraseOwnAccountVerb(database(), actor, { password: parsed.data });
  });
}

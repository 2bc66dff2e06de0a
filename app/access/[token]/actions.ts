'use server';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { actionResult, type ActionResult } from '@/app/action-result';
import { startSession } from '@/app/account/start-session';
import { database } from '@/lib/db/client';
import { AccordError } from '@/lib/domain/errors';
import { spendAccessLink } from '@/lib/people/spend-access-link';

const form = z.object({ token: z.string().max(200), password: z.string().max(1000), name: z.string().max(1000).optional(), email: z.string().max(1000).optional() });

/** Spends a link with what its form holds, signs in and leads on. Only a POST gets here: mail scanners open links. */
export async function spendLink(_before: ActionResult | null, data: FormData): Promise<ActionResult> {
  const result = await actionResult(async () => {
    const parsed = form.safeParse(data instanceof FormData ? Object.fromEntries(data) : null); // an action takes whatever somebody sends
    if (!parsed.success) throw new AccordError('bad-request');
    const { token, password, name, email } = parsed.data;
    await startSession(await spendAccessLink(database(), token, { password, ...(name !== undefined && email !== undefined && { newcomer: { name, email } }) }));
  });
  if (result.ok) redirect('/');
  return result;
}

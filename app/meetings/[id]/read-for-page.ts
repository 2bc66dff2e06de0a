import { notFound } from 'next/navigation';
import { cache } from 'react';
import { requirePerson } from '@/app/session';
import { database } from '@/lib/db/client';
import { AccordError } from '@/lib/domain/errors';
import { readMeeting } from '@/lib/meetings/read-meeting';

/** The meeting of a page, and who reads it; whoever may not see it gets the page for what does not exist. */
export const readForPage = cache(async (id: string, returnTo: string) => {
  const session = await requirePerson(returnTo);
  try {
    return { session, meeting: await readMeeting(database(), session.actor, id) };
  } catch (error) {
    if (error instanceof AccordError && error.code === 'not-found') notFound();
    throw error;
  }
});

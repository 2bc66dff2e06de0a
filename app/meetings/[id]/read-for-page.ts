import { cache } from 'react';
import { requirePerson } from '@/app/session';
import { unlessMissing } from '@/app/unless-missing';
import { database } from '@/lib/db/client';
import { readMeeting } from '@/lib/meetings/read-meeting';

/** The meeting of a page, and who reads it; whoever may not see it gets the page for what does not exist. */
export const readForPage = cache(async (id: string, returnTo: string) => {
  const session = await requirePerson(returnTo);
  return { session, meeting: await unlessMissing(readMeeting(database(), session.actor, id)) };
});

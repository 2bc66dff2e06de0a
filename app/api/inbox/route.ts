import { answer } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { database } from '@/lib/db/client';
import { listInbox } from '@/lib/inbox/list-inbox';

/** The reader's own inbox (`Inbox`); `?before=<id>`: older entries. */
export const GET = answer(async (request) => {
  const { actor } = await actingPerson();
  return listInbox(database(), actor, new URL(request.url).searchParams.get('before') ?? undefined);
});

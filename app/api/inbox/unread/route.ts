import { answer } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { database } from '@/lib/db/client';
import { countUnread } from '@/lib/inbox/count-unread';

/** `{ unread }`: the number for the header. */
export const GET = answer(async () => {
  const { actor } = await actingPerson();
  return { unread: await countUnread(database(), actor) };
});

import { z } from 'zod';
import { answer, readJson } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { database } from '@/lib/db/client';
import { markRead } from '@/lib/inbox/mark-read';

const marked = z.union([
  z.strictObject({ ids: z.array(z.uuid()).max(1000), read: z.boolean() }),
  z.strictObject({ until: z.iso.datetime().refine((until) => Date.parse(until) >= 0), read: z.literal(true) }),
]);

/** Marks entries of the reader's inbox; answers with the ids of those that have changed. */
export const POST = answer(async (request) => {
  const { actor } = await actingPerson();
  return { ids: await markRead(database(), actor, await readJson(request, marked)) };
});

import { answer } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { listReaders } from '@/lib/comments/list-readers';
import { database } from '@/lib/db/client';

interface Context {
  readonly params: Promise<{ readonly id: string }>;
}

/** The people who can read the scenario. */
export const GET = answer(async (_request, { params }: Context) => {
  const { actor } = await actingPerson();
  return { people: await listReaders(database(), actor, (await params).id) };
});

import { answer } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { database } from '@/lib/db/client';
import { itemsOf } from '@/lib/document/items-of';
import { readSnapshot } from '@/lib/snapshots/read-snapshot';
import { numberOf } from '../number-of';

interface Context {
  readonly params: Promise<{ readonly id: string; readonly number: string }>;
}

/** The items of a version with the hashes of what they said then: to find those that have not changed since. */
export const GET = answer(async (_request, { params }: Context) => {
  const { actor } = await actingPerson();
  const { id, number } = await params;
  const { read } = await readSnapshot(database(), actor, id, numberOf(number));
  return { items: itemsOf(read).map(({ name, hash }) => ({ name, hash })) };
});

import { answer } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { database } from '@/lib/db/client';
import { readSnapshot } from '@/lib/snapshots/read-snapshot';
import { numberOf } from './number-of';

interface Context {
  readonly params: Promise<{ readonly id: string; readonly number: string }>;
}

/** A version with its signatures; `content` is what was hashed, to the byte, so that anybody can check it. */
export const GET = answer(async (_request, { params }: Context) => {
  const { actor } = await actingPerson();
  const { id, number } = await params;
  const { read: _, ...snapshot } = await readSnapshot(database(), actor, id, numberOf(number));
  return snapshot;
});

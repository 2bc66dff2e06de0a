import { z } from 'zod';
import { answer, readJson } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { database } from '@/lib/db/client';
import { restoreSnapshot } from '@/lib/snapshots/restore-snapshot';
import { numberOf } from '../number-of';

interface Context {
  readonly params: Promise<{ readonly id: string; readonly number: string }>;
}

const restoration = z.strictObject({ requestId: z.uuid() });

/** Makes the live text say again what this version says. */
export const POST = answer(async (request, { params }: Context) => {
  const { actor } = await actingPerson();
  const { requestId } = await readJson(request, restoration);
  const { id, number } = await params;
  return restoreSnapshot(database(), actor, { scenario: id, number: numberOf(number), requestId });
});

import { z } from 'zod';
import { answer, readJson } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { database } from '@/lib/db/client';
import { correctEntry } from '@/lib/meetings/correct-entry';
import { removeEntry } from '@/lib/meetings/remove-entry';
import { entryShape } from '../../../../../meeting-shape';

interface Context {
  readonly params: Promise<{ readonly id: string; readonly point: string; readonly entry: string }>;
}

const corrected = z.strictObject({ ...entryShape, version: z.number() });

export const PUT = answer(async (request, { params }: Context) => {
  const { actor } = await actingPerson();
  const input = await readJson(request, corrected);
  const { id, ...place } = await params;
  return correctEntry(database(), actor, { ...input, ...place, meeting: id });
});

export const DELETE = answer(async (_request, { params }: Context) => {
  const { actor } = await actingPerson();
  const { id, ...place } = await params;
  return removeEntry(database(), actor, { ...place, meeting: id });
});

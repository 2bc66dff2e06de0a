import { z } from 'zod';
import { answer, readJson } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { database } from '@/lib/db/client';
import { addEntry } from '@/lib/meetings/add-entry';
import { entryShape, type PointContext } from '../../../../meeting-shape';

const newEntry = z.strictObject({ ...entryShape, requestId: z.uuid() });

/** Writes down what was said, decided, or given somebody to do. */
export const POST = answer(async (request, { params }: PointContext) => {
  const { actor } = await actingPerson();
  const input = await readJson(request, newEntry);
  const { id, point } = await params;
  return addEntry(database(), actor, { ...input, meeting: id, point });
});

import { z } from 'zod';
import { answer, readJson } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { createCollection } from '@/lib/collections/create-collection';
import { listCollections } from '@/lib/collections/list-collections';
import { database } from '@/lib/db/client';
import { collectionShape } from './collection-shape';

/** The collections that the reader may see. */
export const GET = answer(async () => {
  const { actor } = await actingPerson();
  return { collections: await listCollections(database(), actor) };
});

const newCollection = z.strictObject({ ...collectionShape, requestId: z.uuid() });

export const POST = answer(async (request) => {
  const { actor } = await actingPerson();
  return createCollection(database(), actor, await readJson(request, newCollection));
});

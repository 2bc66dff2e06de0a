import { z } from 'zod';
import { answer, readJson } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { changeCollection } from '@/lib/collections/change-collection';
import { deleteCollection } from '@/lib/collections/delete-collection';
import { readCollection } from '@/lib/collections/read-collection';
import { database } from '@/lib/db/client';
import { collectionShape, type CollectionContext } from '../collection-shape';

export const GET = answer(async (_request, { params }: CollectionContext) => {
  const { actor } = await actingPerson();
  return readCollection(database(), actor, (await params).id);
});

const changedCollection = z.strictObject(collectionShape);

export const PUT = answer(async (request, { params }: CollectionContext) => {
  const { actor } = await actingPerson();
  const input = await readJson(request, changedCollection);
  return changeCollection(database(), actor, { ...input, collection: (await params).id });
});

export const DELETE = answer(async (_request, { params }: CollectionContext) => {
  const { actor } = await actingPerson();
  return deleteCollection(database(), actor, { collection: (await params).id });
});

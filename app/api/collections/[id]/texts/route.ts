import { answer } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { readTexts } from '@/lib/collections/read-texts';
import { database } from '@/lib/db/client';
import type { CollectionContext } from '../../collection-shape';

/** The front and back matter of the collection. */
export const GET = answer(async (_request, { params }: CollectionContext) => {
  const { actor } = await actingPerson();
  return readTexts(database(), actor, (await params).id);
});

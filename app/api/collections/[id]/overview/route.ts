import { answer } from '@/app/api/answer';
import { readOverview } from '@/app/collections/[id]/overview';
import { actingPerson } from '@/app/session';
import type { CollectionContext } from '../../collection-shape';

/** The collection with how far each of its scenarios has come. */
export const GET = answer(async (_request, { params }: CollectionContext) => {
  const { actor } = await actingPerson();
  return readOverview(actor, (await params).id);
});

import { answer } from '@/app/api/answer';
import { pointItem } from '@/app/meetings/point-item';
import { actingPerson } from '@/app/session';
import { database } from '@/lib/db/client';
import type { PointContext } from '../../../../meeting-shape';

/** What an item on the agenda says now, and what the delegations say of it. */
export const GET = answer(async (_request, { params }: PointContext) => {
  const { actor } = await actingPerson();
  const { id, point } = await params;
  return pointItem(database(), actor, id, point);
});

import { answer } from '@/app/api/answer';
import { openItemsOf } from '@/app/meetings/open-items-of';
import { actingPerson } from '@/app/session';
import { database } from '@/lib/db/client';
import type { MeetingContext } from '../../meeting-shape';

/** What is not agreed yet in the scenarios of the meeting. */
export const GET = answer(async (_request, { params }: MeetingContext) => {
  const { actor } = await actingPerson();
  return openItemsOf(database(), actor, (await params).id);
});

import { z } from 'zod';
import { answer, readJson } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { database } from '@/lib/db/client';
import { listMeetings, pagesOf } from '@/lib/meetings/list-meetings';
import { planMeeting } from '@/lib/meetings/plan-meeting';
import { planShape } from './meeting-shape';

/** The meetings that the reader may see, the latest first; `?scenario=`: those that deal with one scenario; `?pages=`: so many pages of past ones. */
export const GET = answer(async (request) => {
  const { actor } = await actingPerson();
  const { searchParams } = new URL(request.url);
  const { ahead, past, more } = await listMeetings(database(), actor, { scenario: searchParams.get('scenario') ?? undefined, pages: pagesOf(searchParams.get('pages')) });
  return { meetings: [...ahead].reverse().concat(past), more };
});

const newMeeting = z.strictObject({ ...planShape, requestId: z.uuid() });

export const POST = answer(async (request) => {
  const { actor } = await actingPerson();
  return planMeeting(database(), actor, await readJson(request, newMeeting));
});

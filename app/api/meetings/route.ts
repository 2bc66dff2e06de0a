import { z } from 'zod';
import { answer, readJson } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { database } from '@/lib/db/client';
import { listMeetings } from '@/lib/meetings/list-meetings';
import { planMeeting } from '@/lib/meetings/plan-meeting';
import { planShape } from './meeting-shape';

/** The meetings that the reader may see; `?scenario=`: those that deal with one scenario. */
export const GET = answer(async (request) => {
  const { actor } = await actingPerson();
  return { meetings: await listMeetings(database(), actor, new URL(request.url).searchParams.get('scenario') ?? undefined) };
});

const newMeeting = z.strictObject({ ...planShape, requestId: z.uuid() });

export const POST = answer(async (request) => {
  const { actor } = await actingPerson();
  return planMeeting(database(), actor, await readJson(request, newMeeting));
});

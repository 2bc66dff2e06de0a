import { createHash } from 'node:crypto';
import { z } from 'zod';
import { answer, readJson } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { database } from '@/lib/db/client';
import { changeMeeting } from '@/lib/meetings/change-meeting';
import { readMeeting } from '@/lib/meetings/read-meeting';
import { planShape, type MeetingContext } from '../meeting-shape';

/** The meeting as the reader sees it. Readers ask every few seconds: whoever has this very answer already is told so in a line. */
export const GET = answer(async (request, { params }: MeetingContext) => {
  const { actor } = await actingPerson();
  const meeting = await readMeeting(database(), actor, (await params).id);
  const body = JSON.stringify(meeting);
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  const headers = { etag, 'cache-control': 'no-store' };
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, 'content-type': 'application/json' } });
});

const changedPlan = z.strictObject({ ...planShape, planVersion: z.number() });

export const PUT = answer(async (request, { params }: MeetingContext) => {
  const { actor } = await actingPerson();
  const input = await readJson(request, changedPlan);
  return changeMeeting(database(), actor, { ...input, meeting: (await params).id });
});

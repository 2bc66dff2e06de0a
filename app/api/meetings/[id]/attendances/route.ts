import { z } from 'zod';
import { answer, readJson } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { database } from '@/lib/db/client';
import { recordAttendance } from '@/lib/meetings/record-attendance';
import type { MeetingContext } from '../../meeting-shape';

const present = z.strictObject({ person: z.string().nullable(), name: z.string().default(''), delegation: z.string().nullable().default(null), room: z.string().default(''), requestId: z.uuid() });

/** Records that somebody is there. */
export const POST = answer(async (request, { params }: MeetingContext) => {
  const { actor } = await actingPerson();
  const input = await readJson(request, present);
  return recordAttendance(database(), actor, { ...input, meeting: (await params).id });
});

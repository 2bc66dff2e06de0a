import { z } from 'zod';
import { answer, readJson } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { database } from '@/lib/db/client';
import { addPoints } from '@/lib/meetings/add-points';
import type { MeetingContext } from '../../meeting-shape';

const newPoints = z.strictObject({ scenario: z.string().nullable(), items: z.array(z.string()).default([]), title: z.string().default(''), requestId: z.uuid() });

/** Puts items of a scenario, or a point in words, on the agenda. */
export const POST = answer(async (request, { params }: MeetingContext) => {
  const { actor } = await actingPerson();
  const input = await readJson(request, newPoints);
  return addPoints(database(), actor, { ...input, meeting: (await params).id });
});

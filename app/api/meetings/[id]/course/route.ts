import { z } from 'zod';
import { answer, readJson } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { database } from '@/lib/db/client';
import { courseSteps, setCourse } from '@/lib/meetings/set-course';
import type { MeetingContext } from '../../meeting-shape';

const taken = z.strictObject({ step: z.enum(courseSteps) });

/** Begins, ends or cancels a meeting. */
export const POST = answer(async (request, { params }: MeetingContext) => {
  const { actor } = await actingPerson();
  const { step } = await readJson(request, taken);
  return setCourse(database(), actor, { meeting: (await params).id, step });
});

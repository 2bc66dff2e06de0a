import { answer } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { database } from '@/lib/db/client';
import { removeAttendance } from '@/lib/meetings/remove-attendance';

interface Context {
  readonly params: Promise<{ readonly id: string; readonly attendance: string }>;
}

/** Takes back that somebody was there. */
export const DELETE = answer(async (_request, { params }: Context) => {
  const { actor } = await actingPerson();
  const { id, attendance } = await params;
  return removeAttendance(database(), actor, { meeting: id, attendance });
});

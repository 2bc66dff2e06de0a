import { answer } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { database } from '@/lib/db/client';
import { runningMeeting } from '@/lib/meetings/running-meeting';

interface Context {
  readonly params: Promise<{ readonly id: string }>;
}

/** The meeting that deals with the scenario at this moment. */
export const GET = answer(async (_request, { params }: Context) => {
  const { actor } = await actingPerson();
  return { meeting: await runningMeeting(database(), actor, (await params).id) };
});

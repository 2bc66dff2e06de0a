import { z } from 'zod';
import { answer, readJson } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { database } from '@/lib/db/client';
import { readCatchUp } from '@/lib/inbox/read-catch-up';
import { visit, visitEvents } from '@/lib/inbox/visit';

interface Context {
  readonly params: Promise<{ readonly id: string }>;
}

const told = z.strictObject({ event: z.enum(visitEvents) });

/** Notes that the reader is at the scenario; on opening it answers with what came since they were last here, in numbers. */
export const POST = answer(async (request, { params }: Context) => {
  const { actor } = await actingPerson();
  const { id } = await params;
  const { event } = await readJson(request, told);
  const { since, dismissed } = await visit(database(), actor, id, event);
  if (event !== 'open' || !since) return { since: since?.at ?? null, dismissed, summary: null };
  const caughtUp = await readCatchUp(database(), actor, id);
  const summary = caughtUp && {
    changes: caughtUp.changes.length,
    editors: caughtUp.editors,
    waiting: caughtUp.waiting.length + caughtUp.stale.length,
    said: caughtUp.said.length,
  };
  return { since: since.at, dismissed, summary };
});

import { z } from 'zod';
import { answer, readJson } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { decideProposal } from '@/lib/comments/decide-proposal';
import { reopenProposal } from '@/lib/comments/reopen-proposal';
import { database } from '@/lib/db/client';
import { proposalDecisions } from '@/lib/domain/comments';

interface Context {
  readonly params: Promise<{ readonly id: string; readonly thread: string; readonly comment: string }>;
}

const decided = z.strictObject({ decision: z.enum(proposalDecisions) });

/** Accepts, rejects, or withdraws what the comment proposes; accepting makes the change, too. */
export const PUT = answer(async (request, { params }: Context) => {
  const { actor } = await actingPerson();
  const { decision } = await readJson(request, decided);
  const { id, thread, comment } = await params;
  await decideProposal(database(), actor, { scenario: id, thread, comment, decision });
});

/** Takes back one's own decision, with the change that an acceptance has made. */
export const DELETE = answer(async (_request, { params }: Context) => {
  const { actor } = await actingPerson();
  const { id, thread, comment } = await params;
  await reopenProposal(database(), actor, { scenario: id, thread, comment });
});

import { answer } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { database } from '@/lib/db/client';
import { listBlockers } from '@/lib/sign-offs/list-blockers';
import { numberOf } from '../number-of';

interface Context {
  readonly params: Promise<{ readonly id: string; readonly number: string }>;
}

/** What stands in the way of putting this version up for signature. */
export const GET = answer(async (_request, { params }: Context) => {
  const { actor } = await actingPerson();
  const { id, number } = await params;
  return { blockers: await listBlockers(database(), actor, { scenario: id, number: numberOf(number) }) };
});

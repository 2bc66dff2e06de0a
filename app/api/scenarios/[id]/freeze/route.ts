import { answer } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { database } from '@/lib/db/client';
import { setFrozen } from '@/lib/scenarios/set-frozen';

interface Context {
  readonly params: Promise<{ readonly id: string }>;
}

const set = (frozen: boolean) =>
  answer(async (_request, { params }: Context) => {
    const { actor } = await actingPerson();
    await setFrozen(database(), actor, { scenario: (await params).id, frozen });
  });

/** Closes the scenario for editing. */
export const PUT = set(true);
/** Opens it again. */
export const DELETE = set(false);

import { z } from 'zod';
import { answer, readJson } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { database } from '@/lib/db/client';
import { signSnapshot } from '@/lib/sign-offs/sign-snapshot';
import { numberOf } from '../number-of';

interface Context {
  readonly params: Promise<{ readonly id: string; readonly number: string }>;
}

const newSignOff = z.strictObject({ hash: z.string() });

export const POST = answer(async (request, { params }: Context) => {
  const { actor } = await actingPerson();
  const { hash } = await readJson(request, newSignOff);
  const { id, number } = await params;
  await signSnapshot(database(), actor, { scenario: id, number: numberOf(number), hash });
});

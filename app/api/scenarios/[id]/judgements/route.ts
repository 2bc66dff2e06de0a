import { z } from 'zod';
import { answer, readJson } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { database } from '@/lib/db/client';
import { changes } from '@/lib/domain/scenario';
import { judgeCell } from '@/lib/positions/judge-cell';
import { withdrawJudgement } from '@/lib/positions/withdraw-judgement';

interface Context {
  readonly params: Promise<{ readonly id: string }>;
}

const newJudgement = z.strictObject({ item: z.string(), hash: z.string(), change: z.enum(changes), reason: z.string(), requestId: z.uuid() });

export const POST = answer(async (request, { params }: Context) => {
  const { actor } = await actingPerson();
  const input = await readJson(request, newJudgement);
  return judgeCell(database(), actor, { ...input, scenario: (await params).id });
});

const withdrawal = z.strictObject({ item: z.string(), requestId: z.uuid() });

export const DELETE = answer(async (request, { params }: Context) => {
  const { actor } = await actingPerson();
  const input = await readJson(request, withdrawal);
  return withdrawJudgement(database(), actor, { ...input, scenario: (await params).id });
});

import { z } from 'zod';
import { answer, readJson } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { moveScenario } from '@/lib/collections/move-scenario';
import { removeScenario } from '@/lib/collections/remove-scenario';
import { database } from '@/lib/db/client';
import type { CollectedContext } from '../../../collection-shape';

const moved = z.strictObject({ before: z.string().nullable() });

/** Puts the scenario before another one. */
export const PUT = answer(async (request, { params }: CollectedContext) => {
  const { actor } = await actingPerson();
  const { before } = await readJson(request, moved);
  const { id, scenario } = await params;
  return moveScenario(database(), actor, { collection: id, scenario, before });
});

export const DELETE = answer(async (_request, { params }: CollectedContext) => {
  const { actor } = await actingPerson();
  const { id, scenario } = await params;
  return removeScenario(database(), actor, { collection: id, scenario });
});

import { z } from 'zod';
import { answer, readJson } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { addScenario } from '@/lib/collections/add-scenario';
import { database } from '@/lib/db/client';
import type { CollectionContext } from '../../collection-shape';

const added = z.strictObject({ scenario: z.string() });

export const POST = answer(async (request, { params }: CollectionContext) => {
  const { actor } = await actingPerson();
  const { scenario } = await readJson(request, added);
  return addScenario(database(), actor, { collection: (await params).id, scenario });
});

'use server';
import { z } from 'zod';
import { listRights } from '@/lib/collections/list-rights';
import { setRight } from '@/lib/collections/set-right';
import { database } from '@/lib/db/client';
import { rights, type HeldRights } from '@/lib/domain/delegations';
import { AccordError } from '@/lib/domain/errors';
import { actionResult, type ActionResult } from '../action-result';
import { actingPerson } from '../session';

/** An action takes whatever somebody sends. @throws AccordError bad-request */
function checked<Shape extends z.ZodType>(shape: Shape, input: unknown): z.output<Shape> {
  const parsed = shape.safeParse(input);
  if (!parsed.success) throw new AccordError('bad-request');
  return parsed.data;
}

/** Who may do what in a collection; for those who lead it. */
export async function listCollectionRights(collection: string): Promise<ActionResult<HeldRights>> {
  return actionResult(async () => listRights(database(), (await actingPerson()).actor, checked(z.string(), collection)));
}

const grant = z.object({ collection: z.string(), person: z.string(), right: z.enum(rights).nullable() });

/** Gives a person a right, another one, or (null) takes it away. @returns who may do what now; null if one took oneself out */
export async function setCollectionRight(input: z.input<typeof grant>): Promise<ActionResult<HeldRights | null>> {
  return actionResult(async () => {
    const { actor } = await actingPerson();
    const asked = checked(grant, input);
    await setRight(database(), actor, asked);
    try {
      return await listRights(database(), actor, asked.collection);
    } catch (error) {
      if (error instanceof AccordError && (error.code === 'forbidden' || error.code === 'not-found')) return null;
      throw error;
    }
  });
}

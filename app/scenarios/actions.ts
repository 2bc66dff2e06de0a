'use server';
import { z } from 'zod';
import { database } from '@/lib/db/client';
import { rights, type HeldRights } from '@/lib/domain/delegations';
import { AccordError } from '@/lib/domain/errors';
import { languages } from '@/lib/domain/languages';
import { createFromTemplate as createFromTemplateVerb } from '@/lib/scenarios/create-from-template';
import { createScenario as createScenarioVerb } from '@/lib/scenarios/create-scenario';
import { grantRight as grantRightVerb } from '@/lib/scenarios/grant-right';
import { listRights as listRightsVerb } from '@/lib/scenarios/list-rights';
import { revokeRight as revokeRightVerb } from '@/lib/scenarios/revoke-right';
import { actionResult, type ActionResult } from '../action-result';
import { actingPerson } from '../session';

/** An action takes whatever somebody sends. @throws AccordError bad-request */
function checked<Shape extends z.ZodType>(shape: Shape, input: unknown): z.output<Shape> {
  const parsed = shape.safeParse(input);
  if (!parsed.success) throw new AccordError('bad-request');
  return parsed.data;
}

const title = z.string().max(10_000);
const newScenario = z.object({ title, language: z.enum(languages), origin: z.string().max(16).nullable() });
const fromTemplate = z.object({ title, language: z.enum(languages), template: z.string(), withContent: z.boolean() });

/** Creates a scenario from the method's skeleton. @returns its id */
export async function createScenario(input: z.input<typeof newScenario>): Promise<ActionResult<string>> {
  return actionResult(async () => createScenarioVerb(database(), (await actingPerson()).actor, checked(newScenario, input)));
}

/** Creates a scenario that begins as another one stands now. @returns its id */
export async function createFromTemplate(input: z.input<typeof fromTemplate>): Promise<ActionResult<string>> {
  return actionResult(async () => createFromTemplateVerb(database(), (await actingPerson()).actor, checked(fromTemplate, input)));
}

/** Who may do what in a scenario; for facilitators. */
export async function listRights(scenario: string): Promise<ActionResult<HeldRights>> {
  return actionResult(async () => listRightsVerb(database(), (await actingPerson()).actor, checked(z.string(), scenario)));
}

const grant = z.object({ scenario: z.string(), person: z.string(), right: z.enum(rights).nullable() });

/** Gives a person a right, another one, or (null) takes it away. @returns who may do what now; null if one took oneself out */
export async function setRight(input: z.input<typeof grant>): Promise<ActionResult<HeldRights | null>> {
  return actionResult(async () => {
    const { actor } = await actingPerson();
    const { scenario, person, right } = checked(grant, input);
    if (right) await grantRightVerb(database(), actor, { scenario, person, right });
    else await revokeRightVerb(database(), actor, { scenario, person });
    try {
      return await listRightsVerb(database(), actor, scenario);
    } catch (error) {
      if (error instanceof AccordError && (error.code === 'forbidden' || error.code === 'not-found')) return null;
      throw error;
    }
  });
}

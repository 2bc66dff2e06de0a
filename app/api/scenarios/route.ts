import { answer } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { database } from '@/lib/db/client';
import { AccordError } from '@/lib/domain/errors';
import { importScenarioFile } from '@/lib/scenarios/import-scenario-file';
import { listScenarios } from '@/lib/scenarios/list-scenarios';
import { readBody } from '../read-body';

/** The scenarios in which the reader holds a right: `{ scenarios: ListedScenario[] }`. */
export const GET = answer(async () => {
  const { actor } = await actingPerson();
  return { scenarios: await listScenarios(database(), actor) };
});

/** Makes a scenario of an exchange file: `{ id }`. */
export const POST = answer(async (request) => {
  const { actor } = await actingPerson();
  const id = await importScenarioFile(database(), actor, parsed(await readBody(request)));
  return Response.json({ id }, { status: 201, headers: { location: `/api/scenarios/${id}`, 'cache-control': 'no-store' } });
});

function parsed(text: string): unknown {
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json !== 'string') return json;
  } catch {
    // told below, like a string, which is JSON but never a file
  }
  throw new AccordError('bad-request');
}

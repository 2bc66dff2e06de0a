import { database } from '@/lib/db/client';
import { AccordError } from '@/lib/domain/errors';
import type { Scenario } from '@/lib/domain/scenario';
import { versionNumber } from '@/lib/domain/version-number';
import type { Actor } from '@/lib/policies/can';
import { readScenario } from '@/lib/scenarios/read-scenario';
import { readSnapshot } from '@/lib/snapshots/read-snapshot';

/**
 * The content that a request asks for: the live one, or that of `?snapshot=N`.
 * @throws AccordError not-found; bad-request if `snapshot` is no number
 */
export async function readContent(actor: Actor, id: string, query: URLSearchParams): Promise<{ scenario: Scenario; snapshot: number | null }> {
  const asked = query.get('snapshot');
  if (asked === null) return { scenario: (await readScenario(database(), actor, id)).scenario, snapshot: null };
  const number = versionNumber(asked);
  if (number === null) throw new AccordError('bad-request');
  return { scenario: (await readSnapshot(database(), actor, id, number)).read, snapshot: number };
}

import { and, eq, inArray } from 'drizzle-orm';
import type { Database } from '@/lib/db/client';
import { auditEntries } from '@/lib/db/schema/audit';
import { people } from '@/lib/db/schema/people';
import { scenarios } from '@/lib/db/schema/scenarios';
import type { Right } from '@/lib/domain/delegations';
import { importScenario } from '@/lib/exchange/import-scenario';
import { insertScenario } from './insert-scenario';
import siemensAmberg from './samples/siemens-amberg.json' with { type: 'json' };
import sany from './samples/sany.json' with { type: 'json' };
import spanflug from './samples/spanflug.json' with { type: 'json' };

/** The example scenarios, with ids that are the same on every installation. */
export const samples = [
  { id: '5a0e0001-0000-4000-8000-000000000001', file: sany },
  { id: '5a0e0001-0000-4000-8000-000000000002', file: siemensAmberg },
  { id: '5a0e0001-0000-4000-8000-000000000003', file: spanflug },
] as const;

/** What the demo people may do in them (operating contract, "Demo people"). */
const demoRights: Readonly<Record<string, Right>> = {
  'anna@example.org': 'facilitator',
  'li@example.org': 'facilitator',
  'ben@example.org': 'editor',
  'mei@example.org': 'editor',
  'olga@example.org': 'viewer',
};

const verb = 'sample.load';

/**
 * Loads the example scenarios for the demo people, each once: one that has been changed, or taken away, stays so.
 * To be called after `seedDemo`, only where the database is embedded.
 */
export async function loadSamples(db: Database): Promise<void> {
  const demo = await db
    .select({ id: people.id, email: people.email })
    .from(people)
    .where(and(eq(people.isDemo, true), inArray(people.email, Object.keys(demoRights))));
  for (const { id, file } of samples) {
    await db.transaction(async (tx) => {
      const [loaded] = await tx
        .select({ id: auditEntries.id })
        .from(auditEntries)
        .where(and(eq(auditEntries.verb, verb), eq(auditEntries.scenarioId, id)))
        .limit(1);
      const [existing] = await tx.select({ id: scenarios.id }).from(scenarios).where(eq(scenarios.id, id));
      if (loaded || existing) return;
      await insertScenario(tx, {
        id,
        scenario: importScenario(file),
        person: null,
        rights: demo.map((person) => ({ person: person.id, right: demoRights[person.email]! })),
        verb,
      });
    });
  }
}

import { and, eq, inArray } from 'drizzle-orm';
import type { Database } from '@/lib/db/client';
import { auditEntries } from '@/lib/db/schema/audit';
import { people } from '@/lib/db/schema/people';
import { scenarios } from '@/lib/db/schema/scenarios';
import type { Right } from '@/lib/domain/delegations';
import { importScenario } from '@/lib/exchange/import-scenario';
import { insertScenario } from './insert-scenario';
import baoChemicalSecurity from './samples/bao-chemical-security.json' with { type: 'json' };
import baoEquipmentLifecycle from './samples/bao-equipment-lifecycle.json' with { type: 'json' };
import baoGasLeakage from './samples/bao-gas-leakage.json' with { type: 'json' };
import baoSteelRoller from './samples/bao-steel-roller.json' with { type: 'json' };
import bearingDataServices from './samples/bearing-data-services.json' with { type: 'json' };
import collaborationPlatform from './samples/collaboration-platform.json' with { type: 'json' };
import constructionIndustries from './samples/construction-industries.json' with { type: 'json' };
import crrcLocomotives from './samples/crrc-locomotives.json' with { type: 'json' };
import haierCosmoplat from './samples/haier-cosmoplat.json' with { type: 'json' };
import knorrBremseIcom from './samples/knorr-bremse-icom.json' with { type: 'json' };
import printingFleet from './samples/printing-fleet.json' with { type: 'json' };
import sany from './samples/sany.json' with { type: 'json' };
import siemensAmberg from './samples/siemens-amberg.json' with { type: 'json' };
import spanflug from './samples/spanflug.json' with { type: 'json' };
import trainAvailability from './samples/train-availability.json' with { type: 'json' };

/**
 * The example scenarios: all that the report describes. First the three that are worded in every language, then the others
 * in the order of the report. Their ids are the same on every installation.
 */
export const samples = [
  { id: '5a0e0001-0000-4000-8000-000000000001', name: 'sany', file: sany },
  { id: '5a0e0001-0000-4000-8000-000000000002', name: 'siemens-amberg', file: siemensAmberg },
  { id: '5a0e0001-0000-4000-8000-000000000003', name: 'spanflug', file: spanflug },
  { id: '5a0e0001-0000-4000-8000-000000000004', name: 'bearing-data-services', file: bearingDataServices },
  { id: '5a0e0001-0000-4000-8000-000000000005', name: 'haier-cosmoplat', file: haierCosmoplat },
  { id: '5a0e0001-0000-4000-8000-000000000006', name: 'crrc-locomotives', file: crrcLocomotives },
  { id: '5a0e0001-0000-4000-8000-000000000007', name: 'bao-steel-roller', file: baoSteelRoller },
  { id: '5a0e0001-0000-4000-8000-000000000008', name: 'bao-chemical-security', file: baoChemicalSecurity },
  { id: '5a0e0001-0000-4000-8000-000000000009', name: 'bao-gas-leakage', file: baoGasLeakage },
  { id: '5a0e0001-0000-4000-8000-000000000010', name: 'bao-equipment-lifecycle', file: baoEquipmentLifecycle },
  { id: '5a0e0001-0000-4000-8000-000000000011', name: 'train-availability', file: trainAvailability },
  { id: '5a0e0001-0000-4000-8000-000000000012', name: 'knorr-bremse-icom', file: knorrBremseIcom },
  { id: '5a0e0001-0000-4000-8000-000000000013', name: 'printing-fleet', file: printingFleet },
  { id: '5a0e0001-0000-4000-8000-000000000014', name: 'construction-industries', file: constructionIndustries },
  { id: '5a0e0001-0000-4000-8000-000000000015', name: 'collaboration-platform', file: collaborationPlatform },
] as const;

export type SampleName = (typeof samples)[number]['name'];

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
  // The last one first, since lists begin with what was changed last.
  for (const { id, file } of samples.toReversed()) {
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

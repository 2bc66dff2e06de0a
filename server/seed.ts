import type { Database } from '@/lib/db/client';
import { seedDelegations } from '@/lib/people/seed-delegations';
import { seedDemo } from '@/lib/people/seed-demo';
import { loadSamples } from '@/lib/scenarios/load-samples';

/** What a database holds before anybody has signed in: the two delegations; demo people and example scenarios, in the embedded one only. */
export async function seed(db: Database, embedded: boolean): Promise<void> {
  await seedDelegations(db);
  if (!embedded) return;
  await seedDemo(db);
  await loadSamples(db);
}

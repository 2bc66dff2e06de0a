import type { Database } from '@/lib/db/client';
import { seedDemo } from '@/lib/people/seed-demo';

/** What a database holds before anybody has signed in: demo people and example scenarios, in the embedded one only. */
export async function seed(db: Database, embedded: boolean): Promise<void> {
  if (embedded) await seedDemo(db);
}

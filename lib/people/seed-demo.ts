import type { Database } from '@/lib/db/client';
import { delegations, people } from '@/lib/db/schema/people';
import { hashPassword } from './hash-password';
import { seedDelegations } from './seed-delegations';

/** The password of all demo people; known to everybody, which is why they sign in on this machine only. */
export const demoPassword = 'demo';

interface DemoPerson {
  readonly email: string;
  readonly name: string;
  readonly delegation: string | null;
  readonly leads: boolean;
  readonly isAdministrator: boolean;
}

/** The demo people, in the order in which the sign-in page offers them. */
export const demoPeople: readonly DemoPerson[] = [
  { email: 'anna@example.org', name: 'Anna Weber', delegation: 'DE', leads: true, isAdministrator: true },
  { email: 'ben@example.org', name: 'Ben Hoffmann', delegation: 'DE', leads: false, isAdministrator: false },
  { email: 'li@example.org', name: 'Li Ming 李明', delegation: 'CN', leads: true, isAdministrator: false },
  { email: 'mei@example.org', name: 'Wang Mei 王梅', delegation: 'CN', leads: false, isAdministrator: false },
  { email: 'olga@example.org', name: 'Olga Nowak', delegation: null, leads: false, isAdministrator: false },
];

/**
 * Makes the demo people and their delegations where they are missing (operating contract, "Demo people"). Anna and Li head
 * their delegations, speak for them and may create scenarios; Anna is the administrator. Who exists already stays as they are.
 * To be called only where the database is embedded.
 */
export async function seedDemo(db: Database): Promise<void> {
  await seedDelegations(db);
  const existing = new Set((await db.select({ email: people.email }).from(people)).map((person) => person.email));
  const missing = demoPeople.filter((person) => !existing.has(person.email));
  if (missing.length === 0) return;
  const sides = new Map((await db.select().from(delegations)).map((delegation) => [delegation.code, delegation.id]));
  const passwordHash = await hashPassword(demoPassword);
  await db
    .insert(people)
    .values(
      missing.map(({ email, name, delegation, leads, isAdministrator }) => ({
        email,
        name,
        delegationId: delegation && (sides.get(delegation) ?? null),
        isHead: leads,
        isSpeaker: leads,
        mayCreateScenarios: leads,
        isAdministrator,
        isDemo: true,
        passwordHash,
      })),
    )
    .onConflictDoNothing();
}

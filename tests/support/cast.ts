import { delegations, people } from '@/lib/db/schema/people';
import { scenarioRights } from '@/lib/db/schema/scenarios';
import type { Database } from '@/lib/db/client';
import type { Right } from '@/lib/domain/delegations';
import { AccordError } from '@/lib/domain/errors';
import { seedDelegations } from '@/lib/people/seed-delegations';
import type { Actor } from '@/lib/policies/can';

/** People for a test, made on demand. */
export interface Cast {
  /** Ids of the delegations by code. */
  readonly delegation: Readonly<Record<string, string>>;
  /** A new person. @param delegation the delegation's code; null: an observer */
  join(name: string, delegation: string | null, office?: { readonly speaker?: boolean; readonly creates?: boolean }): Promise<Actor>;
  /** Gives a right without asking anybody. */
  grant(scenario: string, person: Actor, right: Right): Promise<void>;
}

/** The default delegations, and a way to let people join them. */
export async function castOf(db: Database): Promise<Cast> {
  await seedDelegations(db);
  const delegation = Object.fromEntries((await db.select().from(delegations)).map(({ id, code }) => [code, id]));
  let joined = 0;
  return {
    delegation,
    async join(name, code, { speaker = false, creates = false } = {}) {
      joined++;
      const delegationId = code === null ? null : delegation[code]!;
      const [row] = await db
        .insert(people)
        .values({ email: `${name}.${joined}@example.org`, name, delegationId, isSpeaker: speaker, mayCreateScenarios: creates })
        .returning({ id: people.id });
      return { id: row!.id, isAdministrator: false, mayCreateScenarios: creates, delegationId, isSpeaker: speaker };
    },
    async grant(scenario, person, right) {
      await db
        .insert(scenarioRights)
        .values({ scenarioId: scenario, personId: person.id, right })
        .onConflictDoUpdate({ target: [scenarioRights.scenarioId, scenarioRights.personId], set: { right } });
    },
  };
}

/** What a verb answered: the code of its refusal, or `done`. Anything else that went wrong is thrown on. */
export async function outcome(verb: Promise<unknown>): Promise<string> {
  try {
    await verb;
    return 'done';
  } catch (error) {
    if (error instanceof AccordError) return error.code;
    throw error;
  }
}

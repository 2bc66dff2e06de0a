import { eq, inArray } from 'drizzle-orm';
import { database, type Database } from '@/lib/db/client';
import { delegations, people } from '@/lib/db/schema/people';
import type { Actor } from '@/lib/policies/can';
import type { AccordProcess } from '../accord-process';
import { HttpClient } from '../http-client';
import { actorOf, everybody, kindOf, kindsOfPeople, type Person } from './people';

/** One of everybody in a running Accord, signed in. Password `demo`. */
export interface World {
  readonly url: string;
  readonly db: Database;
  readonly delegation: Readonly<Record<'DE' | 'CN', string>>;
  readonly people: Readonly<Record<Person, { readonly id: string; readonly email: string; readonly actor: Actor; readonly client: HttpClient }>>;
  close(): Promise<void>;
}

/** Lets one of everybody join a running Accord with the demo people. */
export async function peopleIn(accord: AccordProcess): Promise<World> {
  const db = database(await accord.databaseUrl());
  const sides = new Map((await db.select().from(delegations)).map(({ id, code }) => [code, id]));
  const [known] = await db.select({ hash: people.passwordHash }).from(people).where(eq(people.email, 'li@example.org'));
  const joined = await Promise.all(
    everybody.map(async (person) => {
      const { delegation, isSpeaker = false, isAdministrator = false, mayCreateScenarios = false } = kindOf(person);
      const delegationId = delegation && sides.get(delegation)!;
      const email = `${person.toLowerCase()}@gates.example.org`;
      const [row] = await db.insert(people).values({ email, name: `The ${person}`, delegationId, isSpeaker, isAdministrator, mayCreateScenarios, passwordHash: known!.hash }).returning({ id: people.id });
      const client = new HttpClient(accord.url);
      if (person !== 'nobody') await client.signIn(email, 'demo');
      return [person, { id: row!.id, email, actor: actorOf(person, row!.id, delegationId), client }] as const;
    }),
  );
  const cast = Object.fromEntries(joined) as World['people'];
  await db.update(people).set({ disabledAt: new Date() }).where(inArray(people.id, [cast.disabled.id]));
  return { url: accord.url, db, delegation: { DE: sides.get('DE')!, CN: sides.get('CN')! }, people: cast, close: () => db.$client.end() };
}

/** What everybody holds in a scenario, as rows of rights. */
export const rightsIn = ({ people }: World) => everybody.flatMap((person) => (kindsOfPeople[person].right && person !== 'nobody' ? [{ person: people[person].id, right: kindsOfPeople[person].right }] : []));

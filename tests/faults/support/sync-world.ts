import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { eq, and } from 'drizzle-orm';
import * as Y from 'yjs';
import type { Database } from '@/lib/db/client';
import { people, delegations } from '@/lib/db/schema/people';
import { scenarioRights, scenarios } from '@/lib/db/schema/scenarios';
import { notify } from '@/lib/db/notifications';
import { createDocument } from '@/lib/document/create-document';
import type { Right } from '@/lib/domain/delegations';
import type { Scenario } from '@/lib/domain/scenario';
import { createLog } from '@/lib/log/create-log';
import { listedContent } from '@/lib/log/listed-content';
import { skeleton } from '@/lib/scenarios/skeleton';
import { issueSessionCookie } from '@/lib/sessions/issue-session-cookie';
import { createSyncServer, type SyncParts, type SyncServer } from '@/server/sync/attach';
import { defaultLimits, type SyncLimits } from '@/server/sync/limits';

export const testSecret = 'a secret that only tests know, thirty-two and more';
process.env.NEXTAUTH_SECRET = testSecret;

export interface TestPerson {
  readonly id: string;
  readonly name: string;
  /** The `Cookie` header of their session. */
  readonly cookie: string;
}

/** Inserts a person and signs them in. */
export async function createPerson(db: Database, name: string, delegation: string | null = null): Promise<TestPerson> {
  let delegationId: string | null = null;
  if (delegation) {
    await db.insert(delegations).values({ code: delegation, nameEn: delegation, nameDe: delegation, nameZh: delegation }).onConflictDoNothing();
    [{ id: delegationId }] = (await db.select({ id: delegations.id }).from(delegations).where(eq(delegations.code, delegation))) as [{ id: string }];
  }
  const [row] = await db
    .insert(people)
    .values({ name, email: `${name.toLowerCase()}-${crypto.randomUUID()}@example.org`, delegationId })
    .returning({ id: people.id });
  return signInAgain({ id: row!.id, name });
}

/** The same person in a session of its own, as on another device. */
export async function signInAgain({ id, name }: Pick<TestPerson, 'id' | 'name'>): Promise<TestPerson> {
  const { value } = await issueSessionCookie({ personId: id, sessionVersion: 1 });
  return { id, name, cookie: `next-auth.session-token=${value}` };
}

/** An empty scenario in which each of `rights` holds. */
export async function createTestScenario(db: Database, rights: readonly (readonly [TestPerson, Right])[], content: Partial<Scenario> = {}): Promise<string> {
  const scenario: Scenario = { ...skeleton({ title: 'A scenario', language: 'en' }), ...content };
  return db.transaction(async (tx) => {
    const [row] = await tx.insert(scenarios).values({ ...listedContent(scenario) }).returning({ id: scenarios.id });
    await createLog(tx, { scenario: row!.id, person: null, doc: createDocument(scenario) });
    for (const [person, right] of rights) await tx.insert(scenarioRights).values({ scenarioId: row!.id, personId: person.id, right });
    return row!.id;
  });
}

/** Changes a right, or takes it away, as the verbs do. */
export async function setRight(db: Database, scenario: string, person: TestPerson, right: Right | null, announced = true): Promise<void> {
  await db.transaction(async (tx) => {
    if (right === null) await tx.delete(scenarioRights).where(and(eq(scenarioRights.scenarioId, scenario), eq(scenarioRights.personId, person.id)));
    else await tx.update(scenarioRights).set({ right }).where(and(eq(scenarioRights.scenarioId, scenario), eq(scenarioRights.personId, person.id)));
    if (announced) await notify(tx, { about: 'access', scenario, person: person.id });
  });
}

export interface TestServer {
  readonly sync: SyncServer;
  /** `ws://127.0.0.1:<port>/sync` */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** The production sync server on a free port. */
export async function startSyncServer(db: Database, limits: Partial<SyncLimits> = {}, parts: Partial<Pick<SyncParts, 'judge' | 'log'>> = {}): Promise<TestServer> {
  const http = createServer();
  const sync = createSyncServer({
    db,
    config: { address: 'http://localhost:1' },
    log: pino({ level: process.env.TEST_LOG ?? 'silent' }),
    limits: { ...defaultLimits, ...limits },
    ...parts,
  });
  http.on('upgrade', (request, socket, head) => sync.handleUpgrade(request, socket, head));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  return {
    sync,
    port,
    url: `ws://127.0.0.1:${port}/sync`,
    async close() {
      await sync.close();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

/**
 * All that a document holds, comparable between replicas. How Yjs divides a text into structs depends on the transactions in
 * which it came; read afresh as one it is divided as little as possible.
 */
export function canonicalState(doc: Y.Doc): string {
  const fresh = new Y.Doc();
  Y.applyUpdate(fresh, Y.encodeStateAsUpdate(doc));
  return Buffer.from(Y.encodeStateAsUpdate(fresh)).toString('base64');
}

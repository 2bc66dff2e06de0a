import { eq } from 'drizzle-orm';
import { audit } from '@/lib/db/audit';
import type { Transaction } from '@/lib/db/client';
import { scenarioRights, scenarios } from '@/lib/db/schema/scenarios';
import { createDocument } from '@/lib/document/create-document';
import type { Right } from '@/lib/domain/delegations';
import type { Scenario } from '@/lib/domain/scenario';
import { createLog } from '@/lib/log/create-log';
import { listedContent } from '@/lib/log/listed-content';

export interface InsertedScenario {
  /** By default a new one. */
  readonly id?: string;
  readonly scenario: Scenario;
  /** The scenario that served as its template. */
  readonly derivedFrom?: string;
  /** Who writes it; null for the system itself. */
  readonly person: string | null;
  readonly rights: readonly { readonly person: string; readonly right: Right }[];
  /** The name of what is done, for the audit. */
  readonly verb: string;
}

/** Writes a scenario's row, its log, the first rights in it and the audit entry. @returns its id */
export async function insertScenario(tx: Transaction, { id, scenario, derivedFrom, person, rights, verb }: InsertedScenario): Promise<string> {
  const [row] = await tx
    .insert(scenarios)
    .values({ ...(id && { id }), ...listedContent(scenario), ...(derivedFrom && { derivedFrom }), createdBy: person })
    .returning({ id: scenarios.id });
  const scenarioId = row!.id;
  const { seq } = await createLog(tx, { scenario: scenarioId, person, doc: createDocument(scenario) });
  await tx.update(scenarios).set({ listedSeq: seq }).where(eq(scenarios.id, scenarioId));
  if (rights.length) await tx.insert(scenarioRights).values(rights.map(({ person: personId, right }) => ({ scenarioId, personId, right })));
  await audit(tx, { person, verb, scenario: scenarioId, subject: { title: scenario.title, ...(derivedFrom && { derivedFrom }) } });
  return scenarioId;
}

import { readCollection } from '@/lib/collections/read-collection';
import { collectionFindingsOf, type CollectionFinding } from '@/lib/checks/collection-findings';
import type { Collection } from '@/lib/collections/collection';
import { database } from '@/lib/db/client';
import type { AssessedEnterprise } from '@/lib/domain/assessed-enterprise';
import type { Localized } from '@/lib/domain/languages';
import type { Actor } from '@/lib/policies/can';
import { listScenarios, type ListedScenario } from '@/lib/scenarios/list-scenarios';
import { liveDifferences } from '@/lib/sign-offs/live-differences';

/** A scenario of a collection as its overview shows it. */
export interface OverviewScenario extends ListedScenario {
  readonly assessed: readonly AssessedEnterprise[] | null;
  /** In how many items it differs from the version that was agreed last; null: none was. */
  readonly differing: number | null;
  readonly mayRemove: boolean;
}

/** A collection with how far each of its scenarios has come. */
export interface CollectionOverview {
  readonly collection: Omit<Collection, 'scenarios'>;
  /** In their order; only those that the reader may read. */
  readonly scenarios: readonly OverviewScenario[];
  /** Where those do not go together. */
  readonly findings: readonly CollectionFinding[];
  /** Those that the reader facilitates and that are not in it. */
  readonly others: readonly { readonly id: string; readonly title: Localized }[];
}

/** The overview of a collection for one reader. No document is opened but those of scenarios that have moved on since they were agreed. @throws not-found */
export async function readOverview(actor: Actor, id: string): Promise<CollectionOverview> {
  const { scenarios: collected, ...collection } = await readCollection(database(), actor, id);
  const all = await listScenarios(database(), actor);
  const listed = new Map(all.map((scenario) => [scenario.id, scenario]));
  const own = collected.flatMap(({ id: scenario, assessed, mayRemove }) => {
    const found = listed.get(scenario);
    return found ? [{ ...found, assessed, mayRemove }] : [];
  });
  return {
    collection,
    scenarios: await Promise.all(own.map(async (scenario) => ({ ...scenario, differing: await differing(scenario) }))),
    findings: collectionFindingsOf(collected.filter((each) => listed.has(each.id)).map(({ id: scenario, assessed, roleNames }) => ({ id: scenario, enterprises: assessed ?? [], names: roleNames }))),
    others: all.filter(({ id: scenario, right }) => right === 'facilitator' && !own.some((each) => each.id === scenario)).map(({ id: scenario, title }) => ({ id: scenario, title })),
  };
}

async function differing({ id, agreement }: ListedScenario): Promise<number | null> {
  const agreed = agreement.state === 'draft' ? null : agreement.state === 'agreed' ? agreement.number : agreement.agreed;
  return agreed === null ? null : liveDifferences(database(), id, agreed);
}

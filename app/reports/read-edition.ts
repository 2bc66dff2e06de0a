import type { Database } from '@/lib/db/client';
import { chainHead } from '@/lib/db/sign-off-chain';
import { canonicalJson, canonicalText, sha256Hex } from '@/lib/document/canonical';
import { readCollection } from '@/lib/collections/read-collection';
import { readTexts } from '@/lib/collections/read-texts';
import { paragraphsOf } from '@/lib/domain/rich-text';
import { listDelegations } from '@/lib/people/list-delegations';
import type { Actor } from '@/lib/policies/can';
import { listPositions } from '@/lib/positions/list-positions';
import { readScenario } from '@/lib/scenarios/read-scenario';
import { listSnapshots } from '@/lib/snapshots/list-snapshots';
import { readSnapshot } from '@/lib/snapshots/read-snapshot';
import type { EditedMatter, EditedScenario, Edition } from './edition';

/** `agreed`: the version agreed last, where there is none the live content; `live`; or the version of a number. */
export type AskedVersion = 'agreed' | 'live' | number;

/**
 * What a report of one scenario holds.
 * @throws not-found
 */
export async function readScenarioEdition(db: Database, actor: Actor, scenario: string, version: AskedVersion): Promise<Edition> {
  return { ...(await around(db)), collection: null, authentic: null, scenarios: [await edited(db, actor, scenario, version)], matter: [] };
}

/**
 * What a report of a collection holds: those of its scenarios that the reader may read, in their order, each as it was agreed last.
 * @param onRead called after each scenario
 * @throws not-found
 */
export async function readCollectionEdition(db: Database, actor: Actor, collection: string, onRead: (done: number, of: number) => void, signal?: AbortSignal): Promise<Edition> {
  const { name, authenticLanguages, scenarios: listed } = await readCollection(db, actor, collection);
  const scenarios: EditedScenario[] = [];
  for (const { id } of listed) {
    signal?.throwIfAborted();
    scenarios.push(await edited(db, actor, id, 'agreed'));
    onRead(scenarios.length, listed.length);
  }
  return { ...(await around(db)), collection: name, authentic: authenticLanguages, scenarios, matter: await matterOf(db, actor, collection) };
}

async function around(db: Database): Promise<Pick<Edition, 'delegations' | 'head' | 'at'>> {
  return { delegations: await listDelegations(db), head: await chainHead(db), at: new Date().toISOString() };
}

async function matterOf(db: Database, actor: Actor, collection: string): Promise<EditedMatter[]> {
  const { texts } = await readTexts(db, actor, collection);
  return texts.filter(({ text }) => paragraphsOf(text).length > 0).map(({ section, language, text, version }) => ({ section, language, text, version, hash: sha256Hex(canonicalText(text)) }));
}

async function edited(db: Database, actor: Actor, id: string, asked: AskedVersion): Promise<EditedScenario> {
  const positions = await listPositions(db, actor, id);
  const number = asked === 'agreed' ? agreedNumber((await listSnapshots(db, actor, id)).agreement) : asked === 'live' ? null : asked;
  if (number !== null) {
    const { content: _asText, read, ...version } = await readSnapshot(db, actor, id, number);
    return { id, content: read, hash: version.hash, version, positions };
  }
  const { scenario } = await readScenario(db, actor, id);
  return { id, content: scenario, hash: sha256Hex(canonicalJson(scenario)), version: null, positions };
}

/** The version agreed last, also while a newer one is up for signature. */
function agreedNumber(agreement: Awaited<ReturnType<typeof listSnapshots>>['agreement']): number | null {
  switch (agreement.state) {
    case 'draft':
      return null;
    case 'signing':
      return agreement.agreed;
    case 'agreed':
      return agreement.number;
  }
}

import * as Y from 'yjs';
import type { Transaction } from '@/lib/db/client';
import { projectScenario } from '@/lib/document/project-scenario';
import { bounds } from '@/lib/domain/bounds';
import { AccordError } from '@/lib/domain/errors';
import { measureScenario } from '@/lib/domain/measure-scenario';
import type { Scenario } from '@/lib/domain/scenario';
import { appendUpdates } from './append-updates';
import { writeListed } from './write-listed';

export interface PersonsEdit {
  readonly scenario: string;
  readonly person: string;
  /** The whole document, up to the end of its log; it is edited hereby. */
  readonly doc: Y.Doc;
  /** One transaction, which changes something. */
  readonly edit: () => void;
}

/**
 * Appends an edit that a verb makes for a person, like that person's typing in a browser: others see it as any other one, go
 * on working and keep their undo. What lists show of the scenario follows.
 * @param tx must hold the document's row (`lockDocument`)
 * @returns the edit's number in the log, and what the document says with it
 * @throws over-bound if the document can hold no more
 */
export async function appendEdit(tx: Transaction, { scenario, person, doc, edit }: PersonsEdit): Promise<{ readonly seq: number; readonly content: Scenario }> {
  const before = measureScenario(projectScenario(doc));
  const { update, clientIds } = edited(doc, edit);
  const content = projectScenario(doc);
  const size = measureScenario(content);
  const isOver = (Object.keys(size) as (keyof typeof size)[]).some((bound) => size[bound] > bounds[bound] && size[bound] > before[bound]);
  if (isOver || Y.encodeStateAsUpdate(doc).length > bounds.storedBytes) throw new AccordError('over-bound');
  const { lastSeq } = await appendUpdates(tx, scenario, [{ person, clientIds, update }]);
  await writeListed(tx, scenario, content, lastSeq);
  return { seq: lastSeq, content };
}

/** What an edit adds to a document, under a client id of its own that nobody has used. */
function edited(doc: Y.Doc, edit: () => void): { readonly update: Uint8Array; readonly clientIds: readonly number[] } {
  while (doc.store.clients.has(doc.clientID)) doc.clientID = crypto.getRandomValues(new Uint32Array(1))[0]!;
  let update: Uint8Array | undefined;
  doc.once('update', (made: Uint8Array) => (update = made));
  edit();
  if (!update) throw new Error('the edit changed nothing');
  return { update, clientIds: doc.store.clients.has(doc.clientID) ? [doc.clientID] : [] };
}

import * as Y from 'yjs';
import type { Database } from '@/lib/db/client';
import { replaceText } from '@/lib/document/edits/edit-text';
import { titleOf } from '@/lib/document/roots';
import { appendUpdates } from '@/lib/log/append-updates';
import { readDocument } from '@/lib/log/read-document';
import type { Actor } from '@/lib/policies/can';

/** Gives a scenario another English title, as somebody who edits it. */
export async function retitle(db: Database, scenario: string, person: Actor, title: string): Promise<void> {
  const { doc } = await readDocument(db, scenario);
  const before = Y.encodeStateVector(doc);
  replaceText(titleOf(doc, 'en')!, title);
  const update = Y.encodeStateAsUpdate(doc, before);
  await db.transaction((tx) => appendUpdates(tx, scenario, [{ person: person.id, clientIds: [doc.clientID], update }]));
}

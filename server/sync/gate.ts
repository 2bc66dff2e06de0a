import * as Y from 'yjs';
import type { CloseReason } from '@/lib/sync/close-codes';
import { decodeUpdate, type DecodedUpdate, type Struct } from './decode-update';
import { MalformedError } from './byte-reader';
import { noGrowth, type Growth } from './document-bounds';
import { checkPlaces } from './check-places';

/** Whose update it is, and what they may do right now. */
export interface Sender {
  readonly person: string;
  readonly mayWrite: boolean;
}

/** What the gate says of an update (PROTOCOL.md, rules 20–29). */
export type Verdict =
  /** It adds nothing to the document: fine, whoever sends it. */
  | { readonly outcome: 'nothing-new' }
  /** It builds on something that is not there: not stored; a SyncStep1 asks for all that is missing. */
  | { readonly outcome: 'gap' }
  | { readonly outcome: 'refused'; readonly reason: CloseReason; readonly why: string }
  | Accepted;

export interface Accepted {
  readonly outcome: 'accepted';
  /** True if part of it is in the document already, so that it has to be cut to what is new. */
  readonly overlaps: boolean;
  /** The client ids whose structs it brings. */
  readonly clientIds: readonly number[];
  readonly growth: Readonly<Growth>;
}

/** Says what may become of an update: `judgeUpdate`, or what a test puts in its place. */
export type Judge = typeof judgeUpdate;

/**
 * Judges an update before it touches the document. Looks at structure, never at what is said.
 * @param owners to whom the document's client ids belong
 */
export function judgeUpdate(doc: Y.Doc, update: Uint8Array, sender: Sender, owners: ReadonlyMap<number, string | null>): Verdict {
  let decoded: DecodedUpdate;
  try {
    decoded = decodeUpdate(update);
  } catch (error) {
    if (error instanceof MalformedError) return { outcome: 'refused', reason: 'malformed', why: error.message };
    throw error;
  }
  const news = findNews(doc, decoded);
  if (!news.gap && news.structs.size === 0 && !deletesSomething(doc, decoded)) return { outcome: 'nothing-new' };
  if (!sender.mayWrite) return { outcome: 'refused', reason: 'readOnly', why: 'new content from somebody who may not write' };
  for (const client of news.structs.keys()) {
    const owner = owners.get(client);
    if (owner !== undefined && owner !== sender.person) return { outcome: 'refused', reason: 'foreignClient', why: `client id ${client} belongs to somebody else` };
  }
  if (news.gap) return { outcome: 'gap' };
  if (news.structs.size === 0) return { outcome: 'accepted', overlaps: news.overlaps, clientIds: [], growth: noGrowth };
  try {
    const growth = checkPlaces(doc, news.structs);
    return growth ? { outcome: 'accepted', overlaps: news.overlaps, clientIds: [...news.structs.keys()], growth } : { outcome: 'gap' };
  } catch (error) {
    if (error instanceof MalformedError) return { outcome: 'refused', reason: 'malformed', why: error.message };
    throw error;
  }
}

interface News {
  /** Per client the structs that are not in the document yet, whole or in part. */
  readonly structs: ReadonlyMap<number, readonly Struct[]>;
  readonly overlaps: boolean;
  /** True if clocks are missing between the document and what is new, or something is deleted that does not exist. */
  readonly gap: boolean;
}

function findNews(doc: Y.Doc, { structs, deletions }: DecodedUpdate): News {
  const fresh = new Map<number, readonly Struct[]>();
  const ends = new Map<number, number>();
  let overlaps = false;
  let gap = false;
  for (const [client, list] of structs) {
    const known = Y.getState(doc.store, client);
    let reached = known;
    const ofClient: Struct[] = [];
    for (const struct of list) {
      const end = struct.clock + struct.length;
      if (struct.clock < known) overlaps = true;
      if (end <= known) continue;
      if (struct.clock > reached || struct.kind === 'skip') gap = true;
      else reached = end;
      if (struct.kind !== 'skip') ofClient.push(struct);
    }
    if (ofClient.length) fresh.set(client, ofClient);
    ends.set(client, reached);
  }
  for (const { client, clock, length } of deletions) {
    const end = ends.get(client) ?? Y.getState(doc.store, client);
    if (clock + length > end) gap = true;
  }
  return { structs: fresh, overlaps, gap };
}

/** True if the update deletes something that stands in the document. */
function deletesSomething(doc: Y.Doc, { deletions }: DecodedUpdate): boolean {
  return deletions.some(({ client, clock, length }) => {
    const structs = doc.store.clients.get(client);
    if (!structs) return false;
    for (let index = Y.findIndexSS(structs, clock); index < structs.length; index++) {
      const struct = structs[index]!;
      if (struct.id.clock >= clock + length) return false;
      if (!struct.deleted) return true;
    }
    return false;
  });
}


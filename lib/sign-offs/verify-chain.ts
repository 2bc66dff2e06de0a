import { asc, eq, gt } from 'drizzle-orm';
import canonicalize from 'canonicalize';
import * as Y from 'yjs';
import type { Database, Queryable } from '@/lib/db/client';
import { hashText } from '@/lib/db/hash-text';
import { signers, signOffRecords } from '@/lib/db/schema/sign-offs';
import { snapshots } from '@/lib/db/schema/snapshots';
import { signerHash, type ChainHead } from '@/lib/db/sign-off-chain';
import { asStored, canonicalJson, readCanonicalJson } from '@/lib/document/canonical';
import { projectScenario } from '@/lib/document/project-scenario';
import { noRecord, recordKinds, type SignOffRecord } from '@/lib/domain/sign-off-record';
import { parsePrintedHead } from '@/lib/domain/printed-head';

/** Something that is not as it was written. */
export interface ChainProblem {
  /** The row: `record 5`, `signer 4f…`, `version 3 of scenario 9a…`; `head` for the printed one. */
  readonly row: string;
  readonly what: string;
}

export interface Verification {
  readonly head: ChainHead;
  readonly snapshots: number;
  readonly problems: readonly ChainProblem[];
}

const recordsAtOnce = 500;

/**
 * Reads the whole chain of sign-offs and everything that it speaks of, and tells what has been changed since it was written:
 * each record against its own hash and the one before, each snapshot's content against its hash and against the document from which
 * it would be restored, each signer against the hash in
 * the record. Who rewrites everything from some record on leaves a chain that is whole in itself: that shows only against a head
 * that was printed before. All of it is read as at one moment: who signs meanwhile is no problem.
 * @param printed a head as printed on a record ("17-4f…"); its record has to stand there still
 */
export async function verifyChain(db: Database, printed?: string): Promise<Verification> {
  return db.transaction((tx) => verify(tx, printed), { isolationLevel: 'repeatable read', accessMode: 'read only' });
}

async function verify(db: Queryable, printed: string | undefined): Promise<Verification> {
  const problems: ChainProblem[] = [];
  const contents = await verifySnapshots(db, problems);
  const people = new Map((await db.select().from(signers)).map((signer) => [signer.id, signerHash(signer)]));
  const offers = new Map<number, SignOffRecord>();
  const deputies = new Map<number, SignOffRecord>();
  const hashes = new Map<number, string>();
  let head: ChainHead = { position: 0, hash: noRecord };

  for (let rows = await recordsAfter(db, 0); rows.length; rows = await recordsAfter(db, head.position)) {
    for (const row of rows) {
      const complain = (what: string): void => void problems.push({ row: `record ${row.position}`, what });
      if (row.position !== head.position + 1) complain(`does not follow record ${head.position}: records between them are missing`);
      if (hashText(row.record) !== row.hash) complain('is not what its hash says: it has been changed');
      if (row.previous !== head.hash) complain(`does not hold the hash of the record before it`);
      head = { position: row.position, hash: row.hash };
      hashes.set(row.position, row.hash);
      const record = parsed(row.record);
      if (!record) {
        complain('can not be read');
        continue;
      }
      if (record.position !== row.position || record.previous !== row.previous) complain('speaks of another place in the chain');
      if (contents.get(`${record.scenario} ${record.snapshot}`) !== record.content) complain(`speaks of a content that version ${record.snapshot} of scenario ${record.scenario} does not have`);
      for (const [id, hash] of [[record.signer, record.signerHash] as const, ...(record.named ? [[record.named, record.namedHash] as const] : [])]) {
        const found = people.get(id);
        if (found === undefined) problems.push({ row: `signer ${id}`, what: `is missing; record ${row.position} speaks of it` });
        else if (found !== hash) problems.push({ row: `signer ${id}`, what: `is not what record ${row.position} says: it has been changed` });
      }
      if (record.kind === 'offer') offers.set(record.position, record);
      if (record.kind === 'deputy') deputies.set(record.position, record);
      if (record.offer !== null && !isAbout(record, offers.get(record.offer))) complain(`answers an offer ${record.offer} that is not its own`);
      if (record.deputy !== null && !isNamedFor(record, deputies.get(record.deputy))) complain(`rests on a deputy that record ${record.deputy} does not name`);
    }
  }
  if (printed !== undefined) verifyHead(printed, hashes, head, problems);
  return { head, snapshots: contents.size, problems };
}

function recordsAfter(db: Queryable, position: number) {
  return db.select().from(signOffRecords).where(gt(signOffRecords.position, position)).orderBy(asc(signOffRecords.position)).limit(recordsAtOnce);
}

/** The record of a row; null if it is none, or not in the canonical form. */
function parsed(text: string): SignOffRecord | null {
  try {
    const record = JSON.parse(text) as SignOffRecord;
    return record.version === 1 && recordKinds.includes(record.kind) && canonicalize(record) === text ? record : null;
  } catch {
    return null;
  }
}

function isAbout(record: SignOffRecord, offer: SignOffRecord | undefined): boolean {
  return offer !== undefined && offer.scenario === record.scenario && offer.snapshot === record.snapshot && offer.content === record.content;
}

/** Whether a record that rests on a deputy answers the offer, and for the delegation, for which that deputy was named. */
function isNamedFor(record: SignOffRecord, naming: SignOffRecord | undefined): boolean {
  return naming !== undefined && naming.offer === record.offer && naming.delegation === record.delegation;
}

/** One at a time: a content may have megabytes. @returns the hash that each content really has, by scenario and number */
async function verifySnapshots(db: Queryable, problems: ChainProblem[]): Promise<ReadonlyMap<string, string>> {
  const contents = new Map<string, string>();
  const all = await db.select({ id: snapshots.id, scenario: snapshots.scenarioId, number: snapshots.number }).from(snapshots).orderBy(asc(snapshots.scenarioId), asc(snapshots.number));
  for (const { id, scenario, number } of all) {
    const [row] = await db.select({ content: snapshots.content, hash: snapshots.hash, state: snapshots.state }).from(snapshots).where(eq(snapshots.id, id));
    if (!row) continue;
    const complain = (what: string): void => void problems.push({ row: `version ${number} of scenario ${scenario}`, what });
    const hash = hashText(row.content);
    contents.set(`${scenario} ${number}`, hash);
    if (hash !== row.hash) complain('does not have the content that its hash says: it has been changed');
    else if (!isContentOf(row.state, row.content)) complain('would be restored as something else than its content: its document has been changed');
  }
  return contents;
}

/** Whether a document says what a content says; what either lacks since it is older is filled in alike. */
function isContentOf(state: Uint8Array, content: string): boolean {
  const doc = new Y.Doc();
  try {
    Y.applyUpdate(doc, state);
    return canonicalJson(asStored(projectScenario(doc))) === canonicalJson(readCanonicalJson(content));
  } catch {
    return false; // one of them is none
  } finally {
    doc.destroy();
  }
}

function verifyHead(printed: string, hashes: ReadonlyMap<number, string>, head: ChainHead, problems: ChainProblem[]): void {
  const expected = parsePrintedHead(printed);
  const complain = (what: string): void => void problems.push({ row: 'head', what });
  if (!expected) return complain(`"${printed}" is no head as Accord prints it (for example 17-${'4f'.repeat(3)}…)`);
  const found = expected.position === 0 ? noRecord : hashes.get(expected.position);
  if (found === undefined) complain(`record ${expected.position}, which was printed, is not there; the chain ends with ${head.position}`);
  else if (found !== expected.hash) complain(`record ${expected.position} is another one than the one that was printed: the chain has been rewritten`);
}

import { randomBytes, randomUUID } from 'node:crypto';
import { asc, desc, eq, inArray, sql } from 'drizzle-orm';
import canonicalize from 'canonicalize';
import { noRecord, type Signer, type SignOffRecord } from '@/lib/domain/sign-off-record';
import type { Queryable, Transaction } from './client';
import { hashText } from './hash-text';
import { signers, signOffRecords } from './schema/sign-offs';

/** The same number as in the trigger that lets a row only continue the chain. */
const chainLock = 4_112_019;

/** Makes everybody else who wants to write to the chain wait until `tx` ends. What is read after it is the end of the chain. */
export async function lockChain(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${chainLock})`);
}

/** A record as it stands in the chain. */
export interface ChainedRecord extends SignOffRecord {
  readonly hash: string;
}

/** The end of the chain: what a printed record shows, and what the next one builds on. */
export interface ChainHead {
  readonly position: number;
  readonly hash: string;
}

/** The newest record of all scenarios; position 0 while there is none. */
export async function chainHead(db: Queryable): Promise<ChainHead> {
  const [last] = await db.select({ position: signOffRecords.position, hash: signOffRecords.hash }).from(signOffRecords).orderBy(desc(signOffRecords.position)).limit(1);
  return last ?? { position: 0, hash: noRecord };
}

/** Every record that concerns these scenarios, by position. */
export async function recordsOf(db: Queryable, scenarios: readonly string[]): Promise<ChainedRecord[]> {
  if (scenarios.length === 0) return [];
  const rows = await db
    .select({ hash: signOffRecords.hash, record: signOffRecords.record })
    .from(signOffRecords)
    .where(inArray(signOffRecords.scenarioId, [...scenarios]))
    .orderBy(asc(signOffRecords.position));
  return rows.map(({ hash, record }) => ({ ...(JSON.parse(record) as SignOffRecord), hash }));
}

/** Who acted, by the ids in the records, with the account if there still is one. */
export async function signersOf(db: Queryable, records: readonly SignOffRecord[]): Promise<ReadonlyMap<string, Signer & { readonly personId: string | null }>> {
  const ids = [...new Set(records.flatMap(({ signer, named }) => (named === null ? [signer] : [signer, named])))];
  if (ids.length === 0) return new Map();
  const rows = await db.select().from(signers).where(inArray(signers.id, ids));
  return new Map(rows.map((row) => [row.id, row]));
}

/** SHA-256 of what stands in a row of `signers`, as records hold it. */
export function signerHash({ id, salt, name, office, function: said, delegation }: Signer): string {
  return hashText(canonicalize({ id, salt, name, office, function: said, delegation })!);
}

/** The canonical JSON of a record and its hash. */
export function sealed(record: SignOffRecord): { readonly record: string; readonly hash: string } {
  const text = canonicalize(record)!;
  return { record: text, hash: hashText(text) };
}

/** Writes down who acts, for one record. @returns the id and hash that go into the record */
export async function writeSigner(tx: Transaction, person: string, who: Omit<Signer, 'id' | 'salt'>): Promise<{ readonly id: string; readonly hash: string }> {
  const signer: Signer = {
    id: randomUUID(),
    salt: randomBytes(32).toString('hex'),
    name: who.name.normalize('NFC'),
    office: who.office,
    function: who.function.normalize('NFC'),
    delegation: who.delegation?.normalize('NFC') ?? null,
  };
  await tx.insert(signers).values({ ...signer, personId: person });
  return { id: signer.id, hash: signerHash(signer) };
}

/** What a verb says; position, previous hash and time come from the chain and the database. */
export type NewRecord = Pick<SignOffRecord, 'kind' | 'scenario' | 'snapshot' | 'content' | 'signer' | 'signerHash'> &
  Partial<Pick<SignOffRecord, 'offer' | 'delegation' | 'deputy' | 'named' | 'namedHash' | 'reason' | 'authentic'>>;

/**
 * Adds a record at the end of the chain, which `tx` has locked.
 * @param requestId chosen by the actor's client for one press of a button
 */
export async function appendRecord(tx: Transaction, entry: NewRecord, requestId: string): Promise<ChainedRecord> {
  const head = await chainHead(tx);
  // the database's clock, whatever that of this machine says
  const { rows } = await tx.execute<{ at: string }>(sql`select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`);
  const record: SignOffRecord = {
    version: 1,
    position: head.position + 1,
    previous: head.hash,
    at: rows[0]!.at,
    kind: entry.kind,
    scenario: entry.scenario,
    snapshot: entry.snapshot,
    content: entry.content,
    offer: entry.offer ?? null,
    delegation: entry.delegation ?? null,
    signer: entry.signer,
    signerHash: entry.signerHash,
    deputy: entry.deputy ?? null,
    named: entry.named ?? null,
    namedHash: entry.namedHash ?? null,
    reason: entry.reason ?? null,
    ...(entry.authentic && { authentic: entry.authentic }),
  };
  const seal = sealed(record);
  await tx.insert(signOffRecords).values({ position: record.position, previous: record.previous, ...seal, requestId });
  return { ...record, hash: seal.hash };
}

/** What a press of a button has made. */
export interface MadeRecord {
  readonly record: ChainedRecord;
  /** Whose account it was, and in what function the person acted. */
  readonly person: string | null;
  readonly function: string;
  /** Whose account was named a deputy, if one was. */
  readonly named: string | null;
}

/** The record that a press of a button has made already; undefined if it has made none. */
export async function recordOfRequest(tx: Transaction, requestId: string): Promise<MadeRecord | undefined> {
  const [row] = await tx.select({ hash: signOffRecords.hash, record: signOffRecords.record }).from(signOffRecords).where(eq(signOffRecords.requestId, requestId));
  if (!row) return undefined;
  const record = { ...(JSON.parse(row.record) as SignOffRecord), hash: row.hash };
  const acted = await signersOf(tx, [record]);
  const signer = acted.get(record.signer)!;
  return { record, person: signer.personId, function: signer.function, named: (record.named !== null && acted.get(record.named)?.personId) || null };
}

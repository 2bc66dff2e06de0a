import { ByteReader, MalformedError } from './byte-reader';

/** A position in a document: the `clock`-th thing that a client wrote. */
export interface Id {
  readonly client: number;
  readonly clock: number;
}

/** One struct of a Yjs update, as far as the gate looks at it: where it goes, never what it says. */
export interface Struct {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
  readonly kind: 'item' | 'gc' | 'skip';
  readonly origin: Id | null;
  readonly rightOrigin: Id | null;
  /** Named only where there is no origin; the name of a root type, or the item that holds the type. */
  readonly parent: string | Id | null;
  /** The key in a map; known only where there is no origin. */
  readonly key: string | null;
  /** True if the item holds a shared type, so that it can be a parent. */
  readonly holdsType: boolean;
  /** True if the item holds a map. */
  readonly holdsMap: boolean;
  /** True if what it holds was deleted before it was sent. */
  readonly holdsNothing: boolean;
  /** How many UTF-16 units of text it brings. */
  readonly characters: number;
}

export interface DeletedRange {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
}

export interface DecodedUpdate {
  /** Each client's structs, in their order. */
  readonly structs: ReadonlyMap<number, readonly Struct[]>;
  readonly deletions: readonly DeletedRange[];
}

/** How deep plain values inside an item may be nested; readers walk them recursively. */
const deepestValue = 32;
/** Clocks beyond this no honest client reaches. */
const lastClock = 2 ** 32;

const refs = { gc: 0, deleted: 1, json: 2, binary: 3, string: 4, embed: 5, format: 6, type: 7, any: 8, subdocument: 9, skip: 10 } as const;
const typeRefs = { array: 0, map: 1, text: 2, xmlElement: 3, xmlFragment: 4, xmlHook: 5, xmlText: 6 } as const;

/**
 * Takes a Yjs update (v1) apart without making anything of it, by the rules of yjs 13.6 (`readClientsStructRefs`,
 * `readDeleteSet`) but strictly: no byte left over, no empty struct, no client twice, no subdocument.
 * @throws MalformedError
 */
export function decodeUpdate(bytes: Uint8Array): DecodedUpdate {
  const reader = new ByteReader(bytes);
  const structs = new Map<number, readonly Struct[]>();
  for (let clients = reader.varUint(); clients > 0; clients--) {
    const count = reader.varUint();
    const client = reader.varUint();
    if (count === 0 || structs.has(client)) throw new MalformedError('a client without structs, or named twice');
    structs.set(client, readStructs(reader, client, count));
  }
  const deletions = readDeletions(reader);
  reader.end();
  return { structs, deletions };
}

function readStructs(reader: ByteReader, client: number, count: number): Struct[] {
  const structs: Struct[] = [];
  let clock = reader.varUint();
  for (let index = 0; index < count; index++) {
    const struct = readStruct(reader, client, clock);
    if (struct.length === 0) throw new MalformedError('empty struct');
    clock += struct.length;
    if (clock > lastClock) throw new MalformedError('clock out of range');
    structs.push(struct);
  }
  return structs;
}

function readStruct(reader: ByteReader, client: number, clock: number): Struct {
  const info = reader.uint8();
  const ref = info & 31;
  if (ref === refs.gc || ref === refs.skip) {
    const kind = ref === refs.gc ? 'gc' : 'skip';
    return { client, clock, length: reader.varUint(), kind, origin: null, rightOrigin: null, parent: null, key: null, ...emptyContent };
  }
  const origin = info & 128 ? readId(reader) : null;
  const rightOrigin = info & 64 ? readId(reader) : null;
  const placed = (info & 192) === 0;
  const parent = placed ? (reader.varUint() === 1 ? reader.varString() : readId(reader)) : null;
  const key = placed && info & 32 ? reader.varString() : null;
  return { client, clock, kind: 'item', origin, rightOrigin, parent, key, ...readContent(reader, ref) };
}

const readId = (reader: ByteReader): Id => ({ client: reader.varUint(), clock: reader.varUint() });

type Content = Pick<Struct, 'length' | 'holdsType' | 'holdsMap' | 'holdsNothing' | 'characters'>;
const emptyContent = { holdsType: false, holdsMap: false, holdsNothing: false, characters: 0 } as const;
const single: Content = { ...emptyContent, length: 1 };

function readContent(reader: ByteReader, ref: number): Content {
  switch (ref) {
    case refs.deleted:
      return { ...emptyContent, length: reader.varUint(), holdsNothing: true };
    case refs.json: {
      const length = reader.varUint();
      for (let index = 0; index < length; index++) readJson(reader, true);
      return { ...emptyContent, length };
    }
    case refs.binary:
      reader.varUint8Array();
      return single;
    case refs.string: {
      const { length } = reader.varString();
      return { ...emptyContent, length, characters: length };
    }
    case refs.embed:
      readJson(reader, false);
      return single;
    case refs.format:
      reader.varString();
      readJson(reader, false);
      return single;
    case refs.type: {
      const type = reader.varUint();
      if (type > typeRefs.xmlText) throw new MalformedError('unknown type');
      if (type === typeRefs.xmlElement || type === typeRefs.xmlHook) reader.varString();
      return { ...single, holdsType: true, holdsMap: type === typeRefs.map };
    }
    case refs.any: {
      const length = reader.varUint();
      for (let index = 0; index < length; index++) readAny(reader, 0);
      return { ...emptyContent, length };
    }
    case refs.subdocument:
      throw new MalformedError('subdocuments are not used');
    default:
      throw new MalformedError('unknown content');
  }
}

function readAny(reader: ByteReader, depth: number): void {
  if (depth > deepestValue) throw new MalformedError('nested too deeply');
  switch (reader.uint8()) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return;
    case 125:
      return reader.varInt();
    case 124:
      return reader.skip(4);
    case 123: // float64
    case 122: // bigint64
      return reader.skip(8);
    case 119:
      return void reader.varString();
    case 118:
      for (let length = reader.varUint(); length > 0; length--) {
        if (reader.varString() === '__proto__') throw new MalformedError('a key that is none');
        readAny(reader, depth + 1);
      }
      return;
    case 117:
      for (let length = reader.varUint(); length > 0; length--) readAny(reader, depth + 1);
      return;
    case 116:
      return void reader.varUint8Array();
    default:
      throw new MalformedError('unknown value');
  }
}

function readJson(reader: ByteReader, mayBeUndefined: boolean): void {
  const text = reader.varString();
  if (mayBeUndefined && text === 'undefined') return;
  parseJson(text);
}

/**
 * JSON that is not nested too deeply for those who walk it recursively.
 * @throws MalformedError
 */
export function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new MalformedError('not JSON');
  }
  if (typeof value === 'object' && value !== null) {
    let level: unknown[] = [value];
    for (let depth = 0; level.length > 0; depth++) {
      if (depth > deepestValue) throw new MalformedError('nested too deeply');
      level = level.flatMap((part) => Object.values(part as object).filter((inner) => typeof inner === 'object' && inner !== null));
    }
  }
  return value;
}

function readDeletions(reader: ByteReader): DeletedRange[] {
  const deletions: DeletedRange[] = [];
  for (let clients = reader.varUint(); clients > 0; clients--) {
    const client = reader.varUint();
    for (let count = reader.varUint(); count > 0; count--) {
      const clock = reader.varUint();
      const length = reader.varUint();
      if (length === 0 || clock + length > lastClock) throw new MalformedError('clock out of range');
      deletions.push({ client, clock, length });
    }
  }
  return deletions;
}

import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

type Structs = (Y.Item | Y.GC)[];

type Place = Pick<Y.ID, 'client' | 'clock'>;

/** A stretch of one client's structs: from `clock`, which lies in the struct at `from`, up to the struct before `to`. */
interface Stretch {
  readonly from: number;
  readonly clock: number;
  to: number;
}

/**
 * What somebody with `stateVector` lacks of a document, as Yjs updates of about `pieceBytes` each, in an order in which each
 * can be integrated at once. The last one also holds the deletions. On a slow line many small messages arrive steadily
 * where one large would keep a client waiting until it gives up. A single struct is not divided.
 * @returns at least one update
 */
export function stateInPieces(doc: Y.Doc, stateVector: Uint8Array, pieceBytes: number): Uint8Array[] {
  const whole = Y.encodeStateAsUpdate(doc, stateVector);
  if (whole.length <= pieceBytes * 1.5) return [whole];
  const pieces = new Pieces(doc, Y.decodeStateVector(stateVector), pieceBytes).all();
  return [...pieces, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(doc))];
}

class Pieces {
  private readonly done: Uint8Array[] = [];
  private piece = new Map<number, Stretch>();
  private weight = 0;
  /** Per client, the index of its next struct, and the clock up to which everything has been said. */
  private readonly next = new Map<number, number>();
  private readonly said = new Map<number, number>();

  constructor(
    private readonly doc: Y.Doc,
    known: ReadonlyMap<number, number>,
    private readonly pieceBytes: number,
  ) {
    for (const [client, structs] of doc.store.clients) {
      const clock = known.get(client) ?? 0;
      const end = Y.getState(doc.store, client);
      this.said.set(client, Math.min(clock, end));
      this.next.set(client, clock >= end ? structs.length : Y.findIndexSS(structs, clock));
    }
  }

  all(): Uint8Array[] {
    for (const client of this.doc.store.clients.keys()) {
      const stack = [{ client, clock: Infinity }];
      while (stack.length > 0) {
        const needed = this.advance(stack.at(-1)!);
        if (needed === null) stack.pop();
        else stack.push(needed);
      }
    }
    this.finishPiece();
    return this.done;
  }

  /** Takes the client's structs up to `clock`, until one builds on something of another client that has not been said yet. */
  private advance({ client, clock }: Place): Place | null {
    const structs = this.doc.store.clients.get(client) as Structs;
    for (let index = this.next.get(client)!; index < structs.length && structs[index]!.id.clock <= clock; index++) {
      const struct = structs[index]!;
      const needed = struct instanceof Y.Item ? this.unsaid(struct) : null;
      if (needed) return needed;
      this.take(client, index, struct);
    }
    return null;
  }

  private unsaid(item: Y.Item): Place | null {
    const parent = item.origin || item.rightOrigin ? null : (item.parent as { _item: Y.Item | null })._item;
    for (const id of [item.origin, item.rightOrigin, parent?.id])
      if (id && id.client !== item.id.client && id.clock >= (this.said.get(id.client) ?? 0)) return id;
    return null;
  }

  private take(client: number, index: number, struct: Y.Item | Y.GC): void {
    const stretch = this.piece.get(client);
    if (stretch) stretch.to = index + 1;
    else this.piece.set(client, { from: index, clock: Math.max(this.said.get(client)!, struct.id.clock), to: index + 1 });
    this.next.set(client, index + 1);
    this.said.set(client, struct.id.clock + struct.length);
    this.weight += 12 + (struct instanceof Y.Item ? weightOf(struct.content) : 0);
    if (this.weight >= this.pieceBytes) this.finishPiece();
  }

  private finishPiece(): void {
    if (this.piece.size === 0) return;
    const encoder = new Y.UpdateEncoderV1();
    encoding.writeVarUint(encoder.restEncoder, this.piece.size);
    for (const [client, { from, clock, to }] of [...this.piece].sort(([a], [b]) => b - a)) {
      const structs = this.doc.store.clients.get(client) as Structs;
      encoding.writeVarUint(encoder.restEncoder, to - from);
      encoder.writeClient(client);
      encoding.writeVarUint(encoder.restEncoder, clock);
      for (let index = from; index < to; index++) {
        const struct = structs[index]!;
        struct.write(encoder, index === from ? clock - struct.id.clock : 0);
      }
    }
    encoding.writeVarUint(encoder.restEncoder, 0); // deletions come last
    this.done.push(encoder.toUint8Array());
    this.piece = new Map();
    this.weight = 0;
  }
}

/** About how many bytes a content takes; exact where it matters, in long texts. */
function weightOf(content: Y.Item['content']): number {
  if (content instanceof Y.ContentString) return Buffer.byteLength(content.str);
  if (content instanceof Y.ContentBinary) return content.content.length;
  if (content instanceof Y.ContentAny) return JSON.stringify(content.arr, (_key, value: unknown) => (typeof value === 'bigint' ? '' : value)).length;
  return 12;
}

import * as Y from 'yjs';
import { entityKinds } from '@/lib/document/roots';
import { MalformedError } from './byte-reader';
import type { Id, Struct } from './decode-update';
import { noGrowth, type Growth } from './document-bounds';

/** How deep shared types may be nested in each other; readers walk them recursively. */
const deepestType = 64;

type SharedType = NonNullable<ReturnType<Y.Doc['share']['get']>>;

/** Where an item stands. A parent is a type of the document, an item of the update that holds one, or a new root's name. */
interface Place {
  readonly parent: SharedType | Struct | string;
  readonly key: string | null;
  /** How many types it is nested in. */
  readonly depth: number;
}

/** Where items end up whose surroundings have been deleted for good: Yjs keeps nothing but their length. */
const gone = Symbol('gone');
/** Something that an item builds on is in neither the document nor the update. */
const missing = Symbol('missing');

/**
 * Checks that everything new builds on what exists, in an order that Yjs can integrate, and that nothing is put where it
 * would do harm: before or after items of another list, into something that holds nothing, too deeply.
 * @param structs per client what is not in `doc` yet, without gaps
 * @returns what the document grows by (at most); null if something that it builds on is missing
 * @throws MalformedError if no honest client could have made it
 */
export function checkPlaces(doc: Y.Doc, structs: ReadonlyMap<number, readonly Struct[]>): Growth | null {
  const check = new PlaceCheck(doc, structs);
  return check.run() ? check.growth : null;
}

class PlaceCheck {
  readonly growth: Growth = { ...noGrowth };
  private readonly newRoots = new Set<string>();
  /** Per client, the places of its structs so far, in step with `structs`. */
  private readonly places = new Map<number, (Place | typeof gone)[]>();

  constructor(
    private readonly doc: Y.Doc,
    private readonly structs: ReadonlyMap<number, readonly Struct[]>,
  ) {}

  /** Visits every struct after all that it builds on, as Yjs does; false if something is missing. */
  run(): boolean {
    for (const client of this.structs.keys()) {
      const stack: Id[] = [{ client, clock: Infinity }];
      const waiting = new Set([client]);
      while (stack.length > 0) {
        const needed = this.advance(stack.at(-1)!);
        if (needed === missing) return false;
        if (needed === null) waiting.delete(stack.pop()!.client);
        else if (waiting.has(needed.client)) throw new MalformedError('items build on each other in a circle');
        else {
          stack.push(needed);
          waiting.add(needed.client);
        }
      }
    }
    return true;
  }

  /** Places the client's structs up to `clock`, until one builds on something of another client that is not placed yet. */
  private advance({ client, clock }: Id): Id | null | typeof missing {
    const list = this.structs.get(client)!;
    const placed = this.places.get(client) ?? [];
    this.places.set(client, placed);
    for (let index = placed.length; index < list.length && list[index]!.clock <= clock; index++) {
      const struct = list[index]!;
      for (const id of [originOf(struct, this.known(client)), struct.rightOrigin, typeof struct.parent === 'string' ? null : struct.parent]) {
        if (!id || this.isPlaced(id)) continue;
        if (!this.isComing(id)) return missing;
        if (id.client === client) throw new MalformedError('an item builds on a later one');
        return id;
      }
      const place = this.place(struct);
      if (place !== gone) {
        if (place.depth > deepestType) throw new MalformedError('nested too deeply');
        this.count(struct, place);
      }
      placed.push(place);
    }
    return null;
  }

  private known(client: number): number {
    return Y.getState(this.doc.store, client);
  }

  private isPlaced(id: Id): boolean {
    if (id.clock < this.known(id.client)) return true;
    const last = this.structs.get(id.client)?.[(this.places.get(id.client)?.length ?? 0) - 1];
    return last !== undefined && id.clock < last.clock + last.length;
  }

  private isComing(id: Id): boolean {
    const last = this.structs.get(id.client)?.at(-1);
    return last !== undefined && id.clock < last.clock + last.length;
  }

  private place(struct: Struct): Place | typeof gone {
    if (struct.kind !== 'item') return gone;
    const origin = originOf(struct, this.known(struct.client));
    const left = origin && this.placeOf(origin);
    const right = struct.rightOrigin && this.placeOf(struct.rightOrigin);
    if (left === gone || right === gone) return gone;
    if (left && right && (left.parent !== right.parent || left.key !== right.key)) throw new MalformedError('an item between items of different lists');
    return left ?? right ?? this.insideParent(struct);
  }

  private insideParent({ parent, key }: Struct): Place | typeof gone {
    if (parent === null) throw new MalformedError('an item without a place');
    if (typeof parent === 'string') {
      if (!this.doc.share.has(parent)) this.growth.roots = this.newRoots.add(parent).size;
      return { parent: this.doc.share.get(parent) ?? parent, key, depth: 0 };
    }
    if (parent.clock < this.known(parent.client)) {
      const holder: Y.Item | Y.GC = Y.getItem(this.doc.store, Y.createID(parent.client, parent.clock));
      if (!(holder instanceof Y.Item) || holder.content instanceof Y.ContentDeleted) return gone;
      if (!(holder.content instanceof Y.ContentType)) throw new MalformedError('an item inside one that holds nothing');
      return { parent: holder.content.type as SharedType, key, depth: depthOf(holder) + 1 };
    }
    const [holder, place] = this.inUpdate(parent);
    if (holder.kind === 'gc' || holder.holdsNothing || place === gone) return gone;
    if (!holder.holdsType) throw new MalformedError('an item inside one that holds nothing');
    return { parent: holder, key, depth: place.depth + 1 };
  }

  private placeOf(id: Id): Place | typeof gone {
    if (id.clock >= this.known(id.client)) return this.inUpdate(id)[1];
    const item: Y.Item | Y.GC = Y.getItem(this.doc.store, Y.createID(id.client, id.clock));
    if (!(item instanceof Y.Item)) return gone;
    return { parent: item.parent as SharedType, key: item.parentSub, depth: depthOf(item) };
  }

  private inUpdate(id: Id): [Struct, Place | typeof gone] {
    const list = this.structs.get(id.client)!;
    let low = 0;
    let high = list.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (list[middle]!.clock <= id.clock) low = middle;
      else high = middle - 1;
    }
    return [list[low]!, this.places.get(id.client)![low]!];
  }

  private count(struct: Struct, { parent, key }: Place): void {
    const { growth } = this;
    growth.structs += 1;
    growth.characters += struct.characters;
    if (key === 'deleted' && !struct.holdsNothing) growth.undeleted += 1;
    const isIn = (root: string): boolean => parent === root || (parent instanceof Y.AbstractType && parent === this.doc.share.get(root));
    if (key !== null && isIn('cells')) growth.ofCells += 1;
    if (struct.holdsMap) for (const kind of entityKinds) if (isIn(kind)) growth[kind] += 1;
  }
}

/** Of a struct that the document has in part, the rest follows on that part. */
function originOf(struct: Struct, known: number): Id | null {
  return struct.clock < known ? { client: struct.client, clock: known - 1 } : struct.origin;
}

function depthOf(item: Y.Item): number {
  let depth = 0;
  for (let holder = (item.parent as SharedType)._item; holder && depth <= deepestType; depth++)
    holder = (holder.parent as SharedType)._item;
  return depth;
}

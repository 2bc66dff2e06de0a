import * as Y from 'yjs';

/** Steps that may be taken per update. An honest item has only what others wrote meanwhile between itself and its neighbours. */
const stepsAtMost = 400_000;

/**
 * Checks that what an update has added stands between the items that it says it was put between. Yjs does not; where it is not
 * so, replicas put such items at different places, depending on how they happen to have divided a text.
 * @param before the clock of each client whose structs were added, as it was before
 */
export function isInOrder(doc: Y.Doc, before: ReadonlyMap<number, number>): boolean {
  let steps = 0;
  // Of many that were put before one and the same item (pasted paragraphs), each is reached by the way of its neighbour.
  const found = { left: new Map<string, Set<Y.Item>>(), right: new Map<string, Set<Y.Item>>() };
  const reaches = (from: Y.Item, sought: Y.ID, side: 'left' | 'right'): boolean => {
    const name = `${sought.client}:${sought.clock}`;
    const known = found[side].get(name) ?? new Set();
    found[side].set(name, known);
    let item = from[side];
    while (item && !covers(item, sought) && !known.has(item)) {
      if (++steps > stepsAtMost) return false;
      item = item[side];
    }
    if (item) known.add(from);
    return item !== null;
  };
  for (const [client, clock] of before) {
    const structs = doc.store.clients.get(client);
    if (!structs || clock >= Y.getState(doc.store, client)) continue;
    const added = structs.slice(Y.findIndexSS(structs, clock)).filter((struct) => struct instanceof Y.Item);
    for (const item of added) if (item.origin && !reaches(item, item.origin, 'left')) return false;
    for (const item of added.reverse()) if (item.rightOrigin && !reaches(item, item.rightOrigin, 'right')) return false;
  }
  return true;
}

function covers({ id, length }: Y.Item, sought: Y.ID): boolean {
  return id.client === sought.client && id.clock <= sought.clock && sought.clock < id.clock + length;
}

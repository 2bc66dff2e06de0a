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
  const reaches = (from: Y.Item, sought: Y.ID, side: 'left' | 'right'): boolean => {
    let item = from[side];
    while (item && !covers(item, sought)) {
      if (++steps > stepsAtMost) return false;
      item = item[side];
    }
    return item !== null;
  };
  for (const [client, clock] of before) {
    const structs = doc.store.clients.get(client);
    if (!structs || clock >= Y.getState(doc.store, client)) continue;
    for (let index = Y.findIndexSS(structs, clock); index < structs.length; index++) {
      const struct = structs[index];
      if (!(struct instanceof Y.Item)) continue;
      if (struct.origin && !reaches(struct, struct.origin, 'left')) return false;
      if (struct.rightOrigin && !reaches(struct, struct.rightOrigin, 'right')) return false;
    }
  }
  return true;
}

function covers({ id, length }: Y.Item, sought: Y.ID): boolean {
  return id.client === sought.client && id.clock <= sought.clock && sought.clock < id.clock + length;
}

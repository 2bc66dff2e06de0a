import type * as Y from 'yjs';
import { itemName, parseItemName } from '@/lib/domain/items';
import { dimensions } from '@/lib/domain/scenario';
import { entitiesOf, type EntityKind } from './roots';

type AnyType = Y.AbstractType<Y.YEvent<Y.AbstractType<unknown>>>;

const kinds = { roles: 'role', relations: 'relation', enterprises: 'enterprise' } as const;
const isKind = (root: string): root is keyof typeof kinds => Object.hasOwn(kinds, root);
const [claim, reason] = ['claim:', ':reason'] as const;
/** Texts of a cell by the end of their names, and what of it stands in `cells`. */
const textsOfCell = [':rationale', ':before', ':after'] as const;
const linkOfCell = /^(.*?:.*?):(?:change$|reason:|evidence:)/;

/** Names of the items that a transaction changed, or something of which they consist. */
export function itemsTouched(doc: Y.Doc, transaction: Y.Transaction): Set<string> {
  const roots = new Map<unknown, string>([...doc.share].map(([name, type]) => [type, name]));
  const touched = new Set<string>();
  const add = (name: string, withCells = true): void => {
    const item = parseItemName(name);
    if (!item) return;
    touched.add(name);
    // a cell is there as long as its enterprise is
    if (item.kind === 'enterprise' && withCells) for (const dimension of dimensions) touched.add(itemName({ kind: 'cell', enterprise: item.id, dimension }));
  };
  for (const [type, keys] of transaction.changed as Map<AnyType, Set<string | null>>) {
    const [top, child] = ends(type);
    const root = roots.get(top);
    if (root === undefined) continue;
    if (root === 'meta') add('scenario');
    else if (root.startsWith('section:')) add(root);
    else if (root.startsWith('cell:')) { const end = textsOfCell.find((each) => root.endsWith(each)); if (end) add(root.slice(0, -end.length)); }
    else if (root.startsWith(claim) && root.endsWith(reason)) add(`enterprise:${root.slice(claim.length, -reason.length)}`, false);
    else if (root === 'cells' && type === top) for (const key of keys) add(`cell:${linkOfCell.exec(key ?? '')?.[1]}`);
    if (isKind(root)) for (const id of type === top ? keys : currentKey(doc, root, child)) if (id !== null) add(`${kinds[root]}:${id}`);
  }
  return touched;
}

/** The root of a type, and the container right below it that holds the type; the root itself holds itself. */
function ends(type: AnyType): readonly [top: AnyType, child: AnyType] {
  let [top, child] = [type, type];
  for (let parent = top.parent; parent; parent = top.parent) [top, child] = [parent as AnyType, top];
  return [top, child];
}

/** The id under which an entity stands; none if another one has taken its place. */
function currentKey(doc: Y.Doc, kind: EntityKind, entity: AnyType): string[] {
  const id = entity._item?.parentSub;
  return typeof id === 'string' && (entitiesOf(doc, kind).get(id) as unknown) === entity ? [id] : [];
}

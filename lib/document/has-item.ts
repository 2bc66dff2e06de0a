import type * as Y from 'yjs';
import type { Item } from '@/lib/domain/items';
import { entityOf } from './roots';

/**
 * True if the document knows the item; also if it has been deleted meanwhile, since undo brings it back and what was
 * said of it stays. Sections and the scenario itself are always there.
 */
export function hasItem(doc: Y.Doc, item: Item): boolean {
  switch (item.kind) {
    case 'scenario':
    case 'section':
      return true;
    case 'role':
      return entityOf(doc, 'roles', item.id) !== undefined;
    case 'relation':
      return entityOf(doc, 'relations', item.id) !== undefined;
    case 'enterprise':
      return entityOf(doc, 'enterprises', item.id) !== undefined;
    case 'cell':
      return entityOf(doc, 'enterprises', item.enterprise) !== undefined;
  }
}

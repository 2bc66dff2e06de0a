import { isLanguage, type Language } from './languages';
import { dimensions, sectionKeys, type Dimension, type SectionKey } from './scenario';

/** The smallest things one can comment on and agree on. */
export type Item =
  | { readonly kind: 'scenario' }
  | { readonly kind: 'role'; readonly id: string }
  | { readonly kind: 'relation'; readonly id: string }
  | { readonly kind: 'enterprise'; readonly id: string }
  | { readonly kind: 'cell'; readonly enterprise: string; readonly dimension: Dimension }
  | { readonly kind: 'section'; readonly section: SectionKey; readonly language: Language };

/** The item's stable name, e.g. `role:4f…`, `cell:9a…:who`, `section:description:zh`: for links, rows and presence. */
export function itemName(item: Item): string {
  switch (item.kind) {
    case 'scenario':
      return 'scenario';
    case 'role':
    case 'relation':
    case 'enterprise':
      return `${item.kind}:${item.id}`;
    case 'cell':
      return `cell:${item.enterprise}:${item.dimension}`;
    case 'section':
      return `section:${item.section}:${item.language}`;
  }
}

/** The item of that name; null if it is no name of an item. */
export function parseItemName(name: string): Item | null {
  const [kind, a = '', b, ...rest] = name.split(':');
  if (rest.length) return null;
  switch (kind) {
    case 'scenario':
      return name === 'scenario' ? { kind } : null;
    case 'role':
    case 'relation':
    case 'enterprise':
      return isEntityId(a) && b === undefined ? { kind, id: a } : null;
    case 'cell': {
      const dimension = dimensions.find((candidate) => candidate === b);
      return isEntityId(a) && dimension ? { kind, enterprise: a, dimension } : null;
    }
    case 'section': {
      const section = sectionKeys.find((candidate) => candidate === a);
      return section && isLanguage(b) ? { kind, section, language: b } : null;
    }
    default:
      return null;
  }
}

/**
 * Ids of roles, relations, enterprises and notes: letters, digits, `-` and `_`, so that they fit into names with `:`.
 * `__proto__` is none, since ids become keys of objects.
 */
export const entityIdPattern = /^(?!__proto__$)[A-Za-z0-9_-]{1,64}$/;

export function isEntityId(value: unknown): value is string {
  return typeof value === 'string' && entityIdPattern.test(value);
}

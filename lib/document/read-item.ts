import type * as Y from 'yjs';
import { inEvidenceOrder } from '@/lib/domain/evidence';
import type { Item } from '@/lib/domain/items';
import { phases } from '@/lib/domain/phases';
import type { RichText } from '@/lib/domain/rich-text';
import { soundText } from '@/lib/domain/text';
import { readCellLinks } from './cell-links';
import { readRichText } from './rich-text';
import { cellsOf, changeKey, claimReasonOf, entityOf, isPlainText, metaOf, rationaleOf, sectionOf, stateText, type Entity, type EntityKind } from './roots';

/** What an item says in a state of the document: wording, or values by name (ids of other entities are not followed). */
export type ItemContent = { readonly wording: RichText } | { readonly values: Readonly<Record<string, string | null>> } | null;

const kinds = { role: 'roles', relation: 'relations', enterprise: 'enterprises' } as const satisfies Record<string, EntityKind>;
/** Keys of an entity that are not part of what it says: how it is drawn and sorted. */
const unsaid = new Set(['order', 'colour', 'deleted']);

/**
 * What one item says, without reading the rest of the document.
 * @returns null if the document has no such item, or has it marked as deleted
 */
export function readItem(doc: Y.Doc, item: Item): ItemContent {
  switch (item.kind) {
    case 'section':
      return { wording: readRichText(sectionOf(doc, item.section, item.language)) };
    case 'cell':
      if (!isLive(doc, 'enterprises', item.enterprise)) return null;
      return { values: cellValues(doc, item) };
    case 'scenario':
      return { values: valuesOf(metaOf(doc), new Set(['schemaVersion'])) };
    case 'role':
    case 'relation':
    case 'enterprise': {
      const kind = kinds[item.kind];
      if (!isLive(doc, kind, item.id)) return null;
      const values = valuesOf(entityOf(doc, kind, item.id)!, unsaid);
      return { values: item.kind === 'enterprise' ? { ...values, claimReason: soundText(claimReasonOf(doc, item.id).toString()) } : values };
    }
  }
}

/** What is not said is left out, but for what every cell has. */
function cellValues(doc: Y.Doc, { enterprise, dimension }: Item & { readonly kind: 'cell' }): Record<string, string | null> {
  const links = readCellLinks(doc).get(`${enterprise}:${dimension}`);
  const said = Object.fromEntries(phases.map((phase) => [`state:${phase}`, soundText(stateText(doc, enterprise, dimension, phase))]));
  const named = {
    reasons: [...(links?.reasons ?? [])].sort().join('\n'),
    evidence: inEvidenceOrder(links?.evidence ?? []).map((link) => (link.kind === 'text' ? `“${link.quote.replace(/\s+/g, ' ')}”` : `${link.kind}:${link.id}`)).join('\n'),
  };
  return {
    change: valueOf(cellsOf(doc).get(changeKey(enterprise, dimension))),
    rationale: soundText(rationaleOf(doc, enterprise, dimension).toString()),
    ...Object.fromEntries(Object.entries({ ...said, ...named }).filter(([, text]) => text !== '')),
  };
}

const isLive = (doc: Y.Doc, kind: EntityKind, id: string): boolean => {
  const entity = entityOf(doc, kind, id);
  return entity !== undefined && entity.get('deleted') !== true;
};

function valuesOf(map: Entity, without: ReadonlySet<string>): Record<string, string | null> {
  const values: Record<string, string | null> = {};
  for (const key of [...map.keys()].sort()) if (!without.has(key)) values[key] = valueOf(map.get(key));
  return values;
}

function valueOf(value: unknown): string | null {
  if (isPlainText(value)) return soundText(value.toString());
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? soundText(String(value)) : null;
}

import canonicalize from 'canonicalize';
import { itemName, type Item } from '@/lib/domain/items';
import { languages } from '@/lib/domain/languages';
import type { HashedItem } from '@/lib/domain/positions';
import { canonicalRichText } from '@/lib/domain/rich-text';
import { dimensions, sectionKeys, type Scenario } from '@/lib/domain/scenario';
import { normalized, sha256Hex } from './canonical';

/**
 * Every item of a scenario with the SHA-256 of what it says (design.md, "Agreement"): text in NFC with merged runs and
 * sorted marks, labels, kind, ends, enterprise, phases, change, rationale. Where something stands on the canvas, in which
 * colour it is drawn, the order of the items and the language in which somebody reads are not part of it.
 * @returns roles, relations, enterprises, each followed by its cells, and sections: also those not written yet
 */
export function itemsOf(scenario: Scenario): readonly HashedItem[] {
  return [
    ...scenario.roles.map(({ id, label, phases }) =>
      hashed({ kind: 'role', id }, { label, phases: Object.fromEntries(Object.entries(phases).map(([phase, { enterprise }]) => [phase, enterprise])) }),
    ),
    ...scenario.relations.map(({ id, label, kind, source, target, phases }) => hashed({ kind: 'relation', id }, { label, kind, source, target, phases: [...phases].sort() })),
    ...scenario.enterprises.flatMap(({ id, name, newInFuture }) => [
      hashed({ kind: 'enterprise', id }, { name, newInFuture }),
      ...dimensions.map((dimension) => {
        const cell = scenario.assessment[id]?.[dimension];
        const change = cell?.change ?? null;
        return { ...hashed({ kind: 'cell', enterprise: id, dimension }, { change, rationale: cell?.rationale ?? '' }), change };
      }),
    ]),
    ...sectionKeys.flatMap((section) =>
      languages.map((language) => {
        const text = canonicalRichText(scenario.sections[section][language]);
        return { ...hashed({ kind: 'section', section, language }, { text }), isBlank: text.length === 0 };
      }),
    ),
  ];
}

function hashed(item: Item, content: object): HashedItem {
  return { name: itemName(item), hash: hashOf(canonicalize(normalized({ item: item.kind, ...content }))!), isBlank: false, change: null };
}

/** Live content is hashed again and again, and little of it has changed: what was hashed lately is remembered. */
const lately = new Map<string, string>();
const mostRemembered = 8_000;

function hashOf(canonical: string): string {
  let hash = lately.get(canonical);
  if (hash === undefined) {
    if (lately.size >= mostRemembered) lately.clear();
    lately.set(canonical, (hash = sha256Hex(canonical)));
  }
  return hash;
}

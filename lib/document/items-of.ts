import canonicalize from 'canonicalize';
import { counterpartState } from '@/lib/domain/counterparts';
import { itemName, type Item } from '@/lib/domain/items';
import { evidenceName } from '@/lib/domain/evidence';
import { languages } from '@/lib/domain/languages';
import type { HashedItem } from '@/lib/domain/positions';
import { ownReasonLabel } from '@/lib/domain/reasons';
import { canonicalRichText } from '@/lib/domain/rich-text';
import { dimensions, emptyCell, sectionKeys, type Cell, type Scenario } from '@/lib/domain/scenario';
import { normalized, sha256Hex } from './canonical';

/**
 * Every item of a scenario with the SHA-256 of what it says (design.md, "Agreement"): text in NFC with merged runs and
 * sorted marks, labels, kind, ends, enterprise, phases, change, rationale, what a dimension is before and after, reasons, evidence (not whether it was confirmed). Where something stands on the canvas, in which
 * colour it is drawn, the order of the items and the language in which somebody reads are not part of it.
 * @returns roles, relations, enterprises, each followed by its cells, and sections: also those not written yet
 */
export function itemsOf(scenario: Scenario): readonly HashedItem[] {
  return [
    ...scenario.roles.map((role) => {
      const { id, label, phases } = role;
      return hashed({ kind: 'role', id }, role, { label, phases: Object.fromEntries(Object.entries(phases).map(([phase, { enterprise }]) => [phase, enterprise])) });
    }),
    ...scenario.relations.map((relation) => {
      const { id, label, kind, source, target, phases } = relation;
      return hashed({ kind: 'relation', id }, relation, { label, kind, source, target, phases: [...phases].sort() });
    }),
    ...scenario.enterprises.flatMap((enterprise) => {
      const { id, name, newInFuture, claim, claimReason } = enterprise;
      return [
        hashed({ kind: 'enterprise', id }, enterprise, { name, newInFuture, ...(claim && { claim }), ...(claimReason && { claimReason }) }), // unsaid, it leaves the hash as it was before there were claims
        ...dimensions.map((dimension) => {
          const cell = scenario.assessment[id]?.[dimension] ?? emptyCell;
          const content = contentOfCell(scenario, cell);
          // how a reason of the scenario's own is called does not stand in the cell, so what was hashed once is not all
          const source = cell.reasons.some((reason) => ownReasonLabel(scenario, reason)) ? content : cell;
          return { ...hashed({ kind: 'cell', enterprise: id, dimension }, source, content), change: cell.change };
        }),
      ];
    }),
    ...sectionKeys.flatMap((section) =>
      languages.map((language) => {
        const written = scenario.sections[section][language];
        const text = canonicalRichText(written);
        const state = counterpartState(scenario, section, language);
        return {
          ...hashed({ kind: 'section', section, language }, written, { text }),
          isBlank: text.length === 0,
          ...((state === 'unconfirmed' || state === 'out-of-date') && { counterpart: state }),
          ...(state === null && { leads: true as const }),
        };
      }),
    ),
  ];
}

/** @param source the part of the scenario that says it: never changed in place, so what was hashed once is remembered with it */
function hashed(item: Item, source: object, content: object): HashedItem {
  let hash = known.get(source);
  if (hash === undefined) known.set(source, (hash = sha256Hex(canonicalize(normalized({ item: item.kind, ...content }))!)));
  return { name: itemName(item), hash, isBlank: false, change: null };
}

/** What one agrees to of a cell; what is not said leaves the hash as it was before one could say it. */
function contentOfCell(scenario: Scenario, { change, rationale, before, after, reasons, evidence }: Cell): object {
  return {
    change,
    rationale,
    ...(before && { before }),
    ...(after && { after }),
    ...(reasons.length && { reasons: reasons.toSorted().map((id) => ownReasonLabel(scenario, id) ?? id) }),
    ...(evidence.length && { evidence: evidence.map((each) => evidenceName(each).normalize('NFC')).sort() }),
  };
}

const known = new WeakMap<object, string>();

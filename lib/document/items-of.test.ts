import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { itemName, parseItemName, type Item } from '@/lib/domain/items';
import { byKey } from '@/lib/domain/by-key';
import type { Evidence } from '@/lib/domain/evidence';
import { languages } from '@/lib/domain/languages';
import type { Block, Inline, RichText } from '@/lib/domain/rich-text';
import { dimensions, emptyCell, sectionKeys, type Cell, type Dimension, type Scenario, type SectionKey } from '@/lib/domain/scenario';
import { arbitraryScenario } from '@/tests/support/arbitrary-scenario';
import { sha256Hex } from './canonical';
import { createDocument } from './create-document';
import { itemsOf } from './items-of';
import { projectScenario } from './project-scenario';

const hashesOf = (scenario: Scenario): Record<string, string> => Object.fromEntries(itemsOf(scenario).map(({ name, hash }) => [name, hash]));

/** The same scenario as somebody else may hold it: nothing that anybody could agree to differs. */
function heldOtherwise(scenario: Scenario): Scenario {
  const apart = (text: string): string => text.normalize('NFD');
  const label = ({ en, de, zh }: Scenario['title']): Scenario['title'] => ({ zh: apart(zh), de: apart(de), en: apart(en) });
  return {
    ...scenario,
    title: { en: 'Another title', de: '', zh: '' },
    roles: [...scenario.roles].reverse().map(({ id, label: text, phases }) => ({
      phases: Object.fromEntries(Object.entries(phases).reverse().map(([phase, placement]) => [phase, { ...placement, box: [1, 2, 3, 4] as const }])),
      label: label(text),
      id,
    })),
    relations: [...scenario.relations].reverse().map((relation) => ({ ...relation, label: label(relation.label), phases: [...relation.phases].reverse() })),
    enterprises: [...scenario.enterprises].reverse().map((enterprise) => ({ ...enterprise, name: label(enterprise.name), colour: enterprise.colour + 1 })),
    notes: [{ id: 'other', text: 'Ask Li', phase: 'after', box: null }],
    reasons: [...scenario.reasons].reverse().map((reason) => ({ ...reason, label: label(reason.label) })),
    assessment: Object.fromEntries(Object.entries(scenario.assessment).reverse().map(([id, cells]) => [id, byKey(dimensions, (dimension) => unconfirmed(cells[dimension]))])),
    sections: mapSections(scenario, (text) => text.map(inParts)),
  };
}

/** The cell as it is when nobody has confirmed its evidence, which moreover says something else by now. */
function unconfirmed(cell: Cell): Cell {
  const evidence = cell.evidence.map((each): Evidence => (each.kind === 'text' ? { ...each, quote: each.quote.normalize('NFD'), rightFor: null, says: 'Otherwise.' } : { ...each, rightFor: null }));
  return { ...cell, reasons: [...cell.reasons].reverse(), evidence: evidence.reverse() };
}

/** The block with every run cut in two after its first character, and its marks named in another order. */
function inParts(block: Block): Block {
  if (block.type !== 'paragraph') return { type: block.type, items: block.items.map((item) => item.map(inParts)) };
  const cut = (run: Inline): Inline[] => {
    if (run.type === 'break') return [run];
    const { type, text, ...marks } = run;
    const turned = Object.fromEntries(Object.entries(marks).reverse());
    const [first = '', ...rest] = [...text];
    return [first, rest.join('')].map((part) => ({ ...turned, text: part, type }));
  };
  return { content: block.content.flatMap(cut), type: 'paragraph' };
}

function mapSections(scenario: Scenario, change: (text: RichText, section: SectionKey, language: string) => RichText): Scenario['sections'] {
  return Object.fromEntries(
    sectionKeys.map((section) => [section, Object.fromEntries(languages.map((language) => [language, change(scenario.sections[section][language], section, language)]))]),
  ) as Scenario['sections'];
}

/** The scenario with one item saying something else. */
function withChanged(scenario: Scenario, item: Item, way: number): Scenario {
  switch (item.kind) {
    case 'scenario':
      return scenario;
    case 'role':
      return {
        ...scenario,
        roles: scenario.roles.map((role) => {
          if (role.id !== item.id) return role;
          const { before, ...others } = role.phases;
          if (way === 0) return { ...role, label: { ...role.label, zh: `${role.label.zh}.` } };
          if (way === 1) return { ...role, phases: before ? others : { ...others, before: { enterprise: null, box: null } } };
          return { ...role, phases: { ...others, before: { enterprise: before?.enterprise === 'e1' ? 'e2' : 'e1', box: before?.box ?? null } } };
        }),
      };
    case 'relation':
      return {
        ...scenario,
        relations: scenario.relations.map((relation) => {
          if (relation.id !== item.id) return relation;
          if (way === 0) return { ...relation, kind: relation.kind === 'data' ? null : 'data' };
          if (way === 1) return { ...relation, target: `${relation.target}2` };
          return { ...relation, phases: relation.phases.includes('after') ? relation.phases.filter((phase) => phase !== 'after') : [...relation.phases, 'after'] };
        }),
      };
    case 'enterprise':
      return {
        ...scenario,
        enterprises: scenario.enterprises.map((enterprise) =>
          enterprise.id !== item.id ? enterprise : way % 3 === 2 ? { ...enterprise, claim: enterprise.claim ? null : 'innovated' } : way % 3 ? { ...enterprise, newInFuture: !enterprise.newInFuture, claimReason: `${enterprise.claimReason}!` } : { ...enterprise, name: { ...enterprise.name, de: `${enterprise.name.de}!` } },
        ),
      };
    case 'cell': {
      const row = scenario.assessment[item.enterprise]!;
      const cell = row[item.dimension];
      const ways: readonly Partial<Cell>[] = [
        { change: cell.change === 'none' ? null : 'none' },
        { rationale: `${cell.rationale} ` },
        { before: `${cell.before}.` },
        { after: `${cell.after}.` },
        { reasons: cell.reasons.includes('new-partner') ? cell.reasons.filter((id) => id !== 'new-partner') : [...cell.reasons, 'new-partner'] },
        { evidence: [...cell.evidence, { kind: 'role', id: 'yet-another', rightFor: null }] },
      ];
      const changed = { ...cell, ...ways[way % ways.length] };
      return { ...scenario, assessment: { ...scenario.assessment, [item.enterprise]: { ...row, [item.dimension]: changed } as Record<Dimension, typeof cell> } };
    }
    case 'section':
      return {
        ...scenario,
        sections: mapSections(scenario, (text, section, language) =>
          section !== item.section || language !== item.language
            ? text
            : way
              ? [...text, { type: 'paragraph', content: [{ type: 'text', text: 'More' }] }]
              : [{ type: 'paragraph', content: [{ type: 'text', text: 'New', ...(way === 0 && text.length ? { bold: true } : {}) }] }, ...text],
        ),
      };
  }
}

describe('itemsOf', () => {
  it('knows every item once, under the name by which links and rows call it', () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        const names = itemsOf(scenario).map(({ name }) => name);
        const expected = [
          ...scenario.roles.map(({ id }) => itemName({ kind: 'role', id })),
          ...scenario.relations.map(({ id }) => itemName({ kind: 'relation', id })),
          ...scenario.enterprises.flatMap(({ id }) => [itemName({ kind: 'enterprise', id }), ...dimensions.map((dimension) => itemName({ kind: 'cell', enterprise: id, dimension }))]),
          ...sectionKeys.flatMap((section) => languages.map((language) => itemName({ kind: 'section', section, language }))),
        ];
        expect(names).toEqual(expected);
        expect(new Set(names).size).toBe(names.length);
        for (const name of names) expect(parseItemName(name)).not.toBeNull();
      }),
    );
  });

  it('hashes alike what says the same: moved, reordered, recoloured, composed otherwise, in other runs', () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        expect(hashesOf(heldOtherwise(scenario))).toEqual(hashesOf(scenario));
      }),
    );
  });

  it('gives one item another hash when it says something else, and no other item', () => {
    fc.assert(
      fc.property(arbitraryScenario, fc.nat(), fc.nat({ max: 5 }), (scenario, index, way) => {
        const before = hashesOf(scenario);
        const name = Object.keys(before)[index % Object.keys(before).length]!;
        const after = hashesOf(withChanged(scenario, parseItemName(name)!, way));
        expect(after[name]).not.toBe(before[name]);
        expect({ ...after, [name]: before[name] }).toEqual(before);
      }),
    );
  });

  it('gives back the same hashes when what was changed is changed back', () => {
    const [scenario] = fc.sample(arbitraryScenario, { numRuns: 1, seed: 7 });
    const there = withChanged(scenario!, { kind: 'section', section: 'description', language: 'en' }, 1);
    const back = { ...there, sections: { ...there.sections, description: scenario!.sections.description } };
    expect(hashesOf(back)).toEqual(hashesOf(scenario!));
  });

  it('hashes the same on the way through a document', () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        expect(itemsOf(projectScenario(createDocument(scenario)))).toEqual(itemsOf(scenario));
      }),
      { numRuns: 40 },
    );
  });

  it('knows which texts have not been written, and how cells are judged', () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        for (const { name, isBlank, change } of itemsOf(scenario)) {
          const item = parseItemName(name);
          expect(isBlank).toBe(item?.kind === 'section' && scenario.sections[item.section][item.language].length === 0);
          expect(change).toBe(item?.kind === 'cell' ? scenario.assessment[item.enterprise]![item.dimension].change : null);
        }
      }),
    );
  });

  it('gives a text another hash once words are marked as the name of a role, and the one of old without the mark', () => {
    const hashOf = (...content: Inline[]): string => {
      const empty = projectScenario(new Y.Doc());
      return hashesOf({ ...empty, sections: { ...empty.sections, description: { ...empty.sections.description, en: [{ type: 'paragraph', content }] } } })['section:description:en']!;
    };
    const plain = hashOf({ type: 'text', text: 'The insurer' });
    expect(plain).toBe(sha256Hex('{"item":"section","text":[{"content":[{"text":"The insurer","type":"text"}],"type":"paragraph"}]}'));
    expect(hashOf({ type: 'text', text: 'The ' }, { type: 'text', text: 'insurer', role: true })).not.toBe(plain);
  });

  it('hashes a reason of the scenario’s own by its words, and leaves what a cell does not say out', () => {
    const named = (label: string): Scenario => ({ ...scenarioWith({ reasons: ['own'] }), reasons: [{ id: 'own', label: { en: label, de: '', zh: '' } }] });
    const [once, renamed] = [named('Rent'), { ...named('Lease'), assessment: named('Rent').assessment }];
    expect(hashesOf(once)['cell:maker:who']).not.toBe(hashesOf(renamed)['cell:maker:who']);
    expect(hashesOf(once)['cell:maker:what']).toBe(hashesOf(renamed)['cell:maker:what']);
    // as it was before cells could name reasons and evidence
    expect(hashesOf(scenarioWith({}))['cell:maker:who']).toBe(sha256Hex('{"change":null,"item":"cell","rationale":""}'));
  });
});

function scenarioWith(cell: Partial<Cell>): Scenario {
  const empty = projectScenario(new Y.Doc());
  return { ...empty, enterprises: [{ id: 'maker', name: { en: 'Maker', de: '', zh: '' }, colour: 0, newInFuture: false, claim: null, claimReason: '' }], assessment: { maker: { ...byKey(dimensions, () => emptyCell), who: { ...emptyCell, ...cell } } } };
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { arbitraryScenario } from '@/tests/support/arbitrary-scenario';
import { canonicalJson, sha256Hex } from './canonical';
import { emptyCell } from '@/lib/domain/scenario';
import { createDocument } from './create-document';
import { createEntities } from './edits/create-entities';
import { deleteEntities, setRolePhase } from './edits/edit-entities';
import { projectScenario } from './project-scenario';
import { cellsOf, changeKey, entitiesOf, labelOf, layoutKey, layoutOf, metaOf, rationaleOf } from './roots';

const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
};
const box = [0, 0, 160, 64] as const;
/** Two roles in both phases with a relation between them. */
function pair() {
  const doc = new Y.Doc();
  const { roles } = createEntities(doc, {
    roles: ['a', 'b'].map((id) => ({ id, phases: { before: { box }, after: { box } } })),
  });
  createEntities(doc, { relations: [{ id: 'r', source: 'a', target: 'b', phases: ['before', 'after'] }] });
  return { doc, roles };
}

describe('a document', () => {
  it('gives back the scenario of which it was made, also on another client', () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        const doc = createDocument(scenario);
        expect(projectScenario(doc)).toEqual(scenario);
        expect(canonicalJson(projectScenario(copyOf(doc)))).toBe(canonicalJson(scenario));
      }),
    );
  });

  it('reads as an empty scenario while it is empty', () => {
    expect(projectScenario(new Y.Doc())).toMatchObject({ schemaVersion: 1, title: { en: '', de: '', zh: '' }, origin: null, roles: [], assessment: {}, sections: { description: { en: [] } }, leadingLanguage: 'en', rightFor: { description: { de: null } } });
  });

  it('holds root-level types only under the names that are settled', () => {
    const { doc } = pair();
    createEntities(doc, { enterprises: [{ id: 'e', colour: 0 }] });
    projectScenario(doc);
    expect([...doc.share.keys()].filter((name) => !/^(section|cell|claim):/.test(name)).sort()).toEqual(['cells', 'enterprises', 'layout', 'meta', 'notes', 'reasons', 'relations', 'rightFor', 'roles']);
  });
});

describe('what a document should not hold', () => {
  it('hides a relation whose role is gone, and shows it again when the role comes back', () => {
    const { doc } = pair();
    deleteEntities(doc, { roles: ['b'] });
    expect(projectScenario(doc).relations).toEqual([]);
    entitiesOf(doc, 'roles').get('b')!.set('deleted', false);
    expect(projectScenario(doc).relations.map(({ id }) => id)).toEqual(['r']);
  });

  it('shows a relation only in phases in which both roles stand', () => {
    const { doc } = pair();
    setRolePhase(doc, 'a', 'before', false);
    expect(projectScenario(doc).relations[0]?.phases).toEqual(['after']);
  });

  it('reads an enterprise that is gone as none', () => {
    const { doc } = pair();
    entitiesOf(doc, 'roles').get('a')!.set('enterprise:before', 'nobody');
    expect(projectScenario(doc).roles[0]?.phases.before?.enterprise).toBeNull();
  });

  it('never lets one bad record hide the others', () => {
    const { doc } = pair();
    const roots = doc as { getMap(name: string): Y.Map<unknown> };
    roots.getMap('roles').set('no-map', 'text');
    roots.getMap('roles').set('a:b', new Y.Map());
    roots.getMap('roles').set('__proto__', new Y.Map());
    roots.getMap('roles').set('odd', new Y.Map<unknown>([['label:en', 7], ['before', 'yes'], ['order', 'first'], ['after', true]]));
    roots.getMap('relations').set('odd', new Y.Map<unknown>([['source', 'a'], ['kind', 'money'], ['target', new Y.Map()]]));
    roots.getMap('enterprises').set('odd', new Y.Map<unknown>([['colour', Number.NaN], ['newInFuture', 1]]));
    roots.getMap('enterprises').set('far', new Y.Map<unknown>([['colour', 1e300]]));
    roots.getMap('notes').set('odd', new Y.Map<unknown>([['phase', 'later']]));
    metaOf(doc).set('origin', { code: 'DE' });
    const scenario = projectScenario(doc);
    expect(scenario.roles.map(({ id }) => id).sort()).toEqual(['a', 'b', 'odd']);
    expect(scenario.roles.find(({ id }) => id === 'odd')).toEqual({ id: 'odd', label: { en: '', de: '', zh: '' }, phases: { after: { enterprise: null, box: null } } });
    expect(scenario.relations.map(({ id }) => id)).toEqual(['r']);
    expect(scenario.enterprises.find(({ id }) => id === 'odd')).toMatchObject({ colour: 0, newInFuture: false });
    expect(scenario.enterprises.find(({ id }) => id === 'far')).toMatchObject({ colour: 999 });
    expect(scenario.notes).toEqual([]);
    expect(scenario.origin).toBeNull();
  });

  it('reads nonsense for a place as "not placed", and fractions as whole', () => {
    const { doc } = pair();
    const read = (value: unknown) => {
      layoutOf(doc).set(layoutKey('before', 'a'), value);
      return projectScenario(doc).roles[0]?.phases.before?.box;
    };
    for (const nonsense of ['0,0,1,1', [0, 0, 1], [0, 0, 0, 1], [0, 0, 1, -1], [1e7, 0, 1, 1], [null, 0, 1, 1], { x: 0 }]) expect(read(nonsense)).toBeNull();
    expect(read([-0.2, 0.6, 10.4, 9.5])).toEqual([0, 1, 10, 10]);
  });

  it('reads crafted values that fail when they are made a string as nothing', () => {
    const { doc } = pair();
    const crafted = { toString: null, valueOf: null };
    const label = new Y.XmlText();
    entitiesOf(doc, 'roles').get('a')!.set('label:en', label);
    label.insert(0, 'words', { bold: { x: crafted } });
    entitiesOf(doc, 'relations').get('r')!.set('source', crafted);
    const read = projectScenario(copyOf(doc));
    expect(read.roles.map((role) => role.label.en)).toEqual(['', '']);
    expect(read.relations).toEqual([]);
    expect(labelOf(doc, 'roles', 'a', 'en')).toBeUndefined();
  });

  it('makes crafted texts sound, and unknown changes unjudged', () => {
    const { doc } = pair();
    createEntities(doc, { enterprises: [{ id: 'e', name: { en: 'E\0\ud800' }, colour: 0 }] });
    cellsOf(doc).set(changeKey('e', 'who'), 'huge');
    rationaleOf(doc, 'e', 'who').insert(0, 'a\0');
    const scenario = projectScenario(doc);
    expect(scenario.enterprises[0]?.name.en).toBe('E\ufffd');
    expect(scenario.assessment['e']?.who).toEqual({ ...emptyCell, rationale: 'a' });
  });

  it('orders entities the same everywhere, also those that two people made at the same moment', () => {
    const start = new Y.Doc();
    const [one, two] = [copyOf(start), copyOf(start)];
    createEntities(one, { roles: [{ id: 'z', phases: {} }] });
    createEntities(two, { roles: [{ id: 'a', phases: {} }] });
    const [forwards, backwards] = [copyOf(one), copyOf(two)];
    Y.applyUpdate(forwards, Y.encodeStateAsUpdate(two));
    Y.applyUpdate(backwards, Y.encodeStateAsUpdate(one));
    expect(projectScenario(forwards).roles.map(({ id }) => id)).toEqual(['a', 'z']);
    expect(projectScenario(backwards)).toEqual(projectScenario(forwards));
  });
});

describe('canonical JSON', () => {
  it('does not depend on the order of keys or on the composition of characters', () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        const shuffled = JSON.parse(JSON.stringify(scenario), (_, value: unknown) =>
          typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).reverse()) : typeof value === 'string' ? value.normalize('NFD') : value,
        ) as typeof scenario;
        expect(canonicalJson(shuffled)).toBe(canonicalJson(scenario));
      }),
      { numRuns: 50 },
    );
  });

  it('tells different contents apart', () => {
    const { doc } = pair();
    const before = canonicalJson(projectScenario(doc));
    setRolePhase(doc, 'a', 'before', false);
    expect(canonicalJson(projectScenario(doc))).not.toBe(before);
  });

  it('is hashed as UTF-8', () => {
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256Hex('价值')).toBe('93b7b18837aa58f510a124760022929b2578abbbbd3657a7d8a4aec5a4aee8cf');
  });
});

import { getIndexAbove, type TLPageId } from 'tldraw';
import { describe, expect, it } from 'vitest';
import { longestLabel, longestNote } from '@/lib/domain/bounds';
import { shownText } from '@/lib/figures/shown-text';
import { indexKey, projectCanvas } from './project-canvas';
import { labScenario } from './testing/lab-scenario';

const view = { phase: 'before', language: 'en', pageId: 'page:page' as TLPageId, drags: new Map() } as const;

describe('projectCanvas', () => {
  it('shows one phase: its roles, the relations between them with both their ends, its notes', () => {
    const ids = [...projectCanvas(labScenario(), view).keys()];
    expect(ids).toEqual([
      ...['r1', 'r2', 'r3'].flatMap((id) => [`shape:relation:${id}`, `binding:source:${id}`, `binding:target:${id}`]),
      ...['hot', 'two', 'three', 'four'].map((id) => `shape:role:${id}`),
      'shape:note:n1',
    ]);
    expect([...projectCanvas(labScenario(), { ...view, phase: 'after' }).keys()].filter((id) => id.startsWith('shape:role'))).toEqual(['shape:role:two']);
  });

  it('says in which language a label stands that is missing in the reader’s', () => {
    const shape = projectCanvas(labScenario(), { ...view, language: 'zh' }).get('shape:role:two' as never);
    expect(shape).toMatchObject({ props: { label: 'two', lang: 'en', enterprise: 'e1', colour: 0 } });
  });

  it('shows of crafted texts without end no more than a figure does', () => {
    const scenario = labScenario();
    const endless = { en: 'x'.repeat(100_000), de: '', zh: '' };
    const [role] = scenario.roles;
    const records = projectCanvas(
      {
        ...scenario,
        enterprises: scenario.enterprises.map((enterprise) => ({ ...enterprise, name: endless })),
        roles: [{ ...role!, label: endless, phases: { before: { enterprise: 'e1', box: null } } }, ...scenario.roles.slice(1)],
        relations: scenario.relations.map((relation) => ({ ...relation, label: endless })),
        notes: scenario.notes.map((note) => ({ ...note, text: endless.en })),
      },
      view,
    );
    const shown = shownText(endless, 'en');
    expect(shown).toHaveLength(longestLabel + 1);
    expect(records.get(`shape:role:${role!.id}` as never)).toMatchObject({ props: { label: shown, lang: 'en', enterprise: shown } });
    expect(records.get('shape:relation:r1' as never)).toMatchObject({ props: { label: shown, lang: 'en' } });
    expect(records.get('shape:note:n1' as never)).toMatchObject({ props: { text: `${'x'.repeat(longestNote)}…` } });
  });

  it('stands where somebody drags it', () => {
    const drags = new Map([['role:hot', [7, 8, 168, 72] as const]]);
    expect(projectCanvas(labScenario(), { ...view, drags }).get('shape:role:hot' as never)).toMatchObject({ x: 7, y: 8 });
  });
});

describe('indexKey', () => {
  it('gives valid keys in order, relations below roles below notes, up to the bounds of a scenario', () => {
    const keys = [...Array.from({ length: 1_500 }, (_, place) => indexKey('b', place)), ...Array.from({ length: 500 }, (_, place) => indexKey('c', place)), indexKey('d', 0)];
    for (const key of keys) expect(getIndexAbove(key) > key).toBe(true); // throws for an invalid key
    expect([...keys].sort((a, b) => (a < b ? -1 : 1))).toEqual(keys);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

// @vitest-environment jsdom
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bounds, longestLabel } from '@/lib/domain/bounds';
import { languages, textIn, type Language } from '@/lib/domain/languages';
import { emptyCell, type Scenario } from '@/lib/domain/scenario';
import { importScenario } from '@/lib/exchange/import-scenario';
import { samples } from '@/lib/scenarios/load-samples';
import { arbitraryScenario } from '@/tests/support/arbitrary-scenario';
import { largeScenario } from '@/tests/support/large-scenario';
import { assessmentFigure } from './assessment-figure';
import { assessmentLabelKeys, figureLabels, networkLabelKeys } from './figure-labels';
import { networkFigure } from './network-figure';
import { sharedTriangles } from './shared-triangles';
import { textWidth } from './text-metrics';

const messages = (language: Language): Record<string, string> => JSON.parse(readFileSync(`lib/messages/${language}/figures.json`, 'utf8')) as Record<string, string>;
const networkLabels = (language: Language) => figureLabels(networkLabelKeys, (key) => messages(language)[key]!);
const assessmentLabels = (language: Language) => figureLabels(assessmentLabelKeys, (key) => messages(language)[key]!);
const english = { language: 'en', labels: networkLabels('en') } as const;
const englishAssessment = { language: 'en', labels: assessmentLabels('en') } as const;
const [sany, amberg] = samples.map(({ file }) => importScenario(file)) as [Scenario, Scenario];

/** The figure as an XML parser sees it. @throws if it is not well-formed */
function parsed(svg: string): Element {
  const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml');
  if (documentElement.nodeName !== 'svg') throw new Error(documentElement.textContent ?? 'no SVG');
  return documentElement;
}
const squeezed = (text: string): string => text.replace(/[\s\u00ad-]/gu, '');
const itemsIn = (svg: string, prefix: string): (string | null)[] => Array.from(parsed(svg).querySelectorAll(`[data-item^="${prefix}"]`), (element) => element.getAttribute('data-item'));

const allowed = ['svg', 'title', 'desc', 'g', 'rect', 'path', 'polygon', 'circle', 'text', 'tspan'];
/** Well-formed, with numbers everywhere, and with nothing in it that loads, runs or styles. */
function expectHarmless(svg: string): void {
  for (const element of [parsed(svg), ...parsed(svg).querySelectorAll('*')]) {
    expect(allowed).toContain(element.nodeName);
    for (const { name, value } of element.attributes) {
      expect(name).not.toMatch(/^(on.*|.*href|style|class)$/);
      if (name !== 'data-item' && name !== 'font-family') expect(value).not.toMatch(/NaN|Infinity|undefined|url\(/);
    }
  }
  expect(svg).not.toMatch(/https?:(?!\/\/www\.w3\.org\/2000\/svg")(?![^<]*<\/(tspan|title|desc)>)/);
}

describe('any scenario', () => {
  it('becomes figures that are well-formed and harmless, the same each time', () => {
    fc.assert(
      fc.property(arbitraryScenario, fc.constantFrom(...languages), (scenario, language) => {
        const network = networkFigure(scenario, { language, labels: networkLabels(language) });
        const assessment = assessmentFigure(scenario, { language, labels: assessmentLabels(language) });
        expectHarmless(network);
        expectHarmless(assessment);
        expect(networkFigure(scenario, { language, labels: networkLabels(language) })).toBe(network);
        expect(itemsIn(network, 'role:')).toHaveLength(scenario.roles.reduce((standing, role) => standing + Object.keys(role.phases).length, 0));
        expect(itemsIn(assessment, 'cell:')).toHaveLength(4 * scenario.enterprises.length);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

describe('the network', () => {
  it.each(languages)('shows every role, relation and enterprise of a sample in %s, uncut', (language) => {
    for (const { file } of samples) {
      const scenario = importScenario(file);
      const root = parsed(networkFigure(scenario, { language, labels: networkLabels(language) }));
      for (const [kind, items] of [['role', scenario.roles], ['relation', scenario.relations]] as const)
        for (const item of items) {
          const shown = Array.from(root.querySelectorAll(`[data-item="${kind}:${item.id}"]`), (element) => squeezed(element.textContent ?? ''));
          expect(shown.some((text) => text.endsWith(squeezed(textIn(item.label, language))))).toBe(true);
        }
      for (const { id, name } of scenario.enterprises) expect(squeezed(root.querySelector(`[data-item="enterprise:${id}"]`)?.textContent ?? '')).toBe(squeezed(name[language]));
      expect(root.getAttribute('role')).toBe('img');
      expect(root.getAttribute('lang')).toBe(language);
      expect(root.querySelector('title')?.textContent).toContain(textIn(scenario.title, language));
    }
  });

  it('keeps the text of each role inside its box', () => {
    const long: Scenario = {
      ...sany,
      roles: sany.roles.map((role, index) => ({
        ...role,
        label: { ...role.label, en: ['Instandhaltungsdienstleistungsrahmenvertragsverwaltungsstelle', '数据分析'.repeat(40), 'x'.repeat(400), '🏗️👩‍🔧'.repeat(30), 'ab '.repeat(160)][index]! },
      })),
    };
    for (const group of parsed(networkFigure(long, english)).querySelectorAll('[data-item^="role:"]')) {
      const box = group.querySelector('rect')!;
      const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => Number(box.getAttribute(name))) as [number, number, number, number];
      for (const line of group.querySelectorAll('tspan')) {
        const [middle, base] = [Number(line.getAttribute('x')), Number(line.getAttribute('y'))];
        const half = textWidth(line.textContent ?? '', 14) / 2;
        expect(middle - half).toBeGreaterThanOrEqual(x);
        expect(middle + half).toBeLessThanOrEqual(x + width);
        expect(base - 14).toBeGreaterThanOrEqual(y - 1);
        expect(base + 4).toBeLessThanOrEqual(y + height);
      }
    }
  });

  it('draws products solid and data dashed, says so, and marks what comes and goes', () => {
    const svg = networkFigure(sany, english);
    const dashed = (id: string): (string | null)[] =>
      Array.from(parsed(svg).querySelectorAll(`[data-item="relation:${id}"] path`), (path) => path.getAttribute('stroke-dasharray'));
    expect(dashed('delivers-machine')).toEqual([null, null]);
    expect(dashed('schedules-maintenance')).toEqual(['6 4']);
    const words = parsed(svg).textContent!;
    for (const word of ['(physical) product value chain', 'data & service value chain', '+ schedules', '− initiates', 'new in the future network']) expect(words).toContain(word);
    expect(words).not.toContain(english.labels.white);
    expect(parsed(networkFigure(amberg, english)).textContent).not.toContain('no longer in the future network');
  });

  it('puts one frame around the roles of an enterprise, or one around each where others stand between', () => {
    expect(itemsIn(networkFigure(sany, { ...english, phases: ['after'] }), 'enterprise:sany')).toHaveLength(1);
    const between: Scenario = {
      ...sany,
      roles: sany.roles.map((role) => (role.id === 'data-analysis' ? { ...role, phases: { after: { enterprise: 'sany', box: [900, 0, 168, 72] } } } : role)),
    };
    expect(itemsIn(networkFigure(between, { ...english, phases: ['after'] }), 'enterprise:sany')).toHaveLength(2);
  });

  it('shows one phase where one is asked for, without marks of change', () => {
    const svg = networkFigure(sany, { ...english, phases: ['before'] });
    expect(parsed(svg).textContent).not.toContain('After');
    expect(itemsIn(svg, 'role:')).toEqual(['role:supplier-machine', 'role:operator-machine', 'role:provider-maintenance-services']);
    expect(parsed(svg).textContent).not.toContain('− initiates');
  });

  it('describes itself to who can not see it', () => {
    const { textContent } = parsed(networkFigure(sany, english)).querySelector('desc')!;
    expect(textContent).toContain('Before: supplier machine (SANY); operator machine (End user)');
    expect(textContent).toContain('supplier machine → operator machine: delivers machine [(physical) product value chain]');
  });

  it('says so where there is nothing yet, and explains white roles where there are some', () => {
    expect(parsed(networkFigure({ ...sany, roles: [], relations: [] }, english)).textContent).toContain('No roles yet');
    const white = { ...sany, roles: sany.roles.map((role) => ({ ...role, phases: { before: { enterprise: null, box: null } } })) };
    expect(parsed(networkFigure(white, english)).textContent).toContain(english.labels.white);
  });

  it('wears dark colours, or those of the page', () => {
    expect(networkFigure(sany, { ...english, theme: 'dark' })).toContain('#16181d');
    expect(networkFigure(sany, { ...english, theme: 'page' })).toContain('light-dark(#ffffff, #16181d)');
    expect(networkFigure(sany, english)).not.toContain('light-dark');
  });

  it('shows everything at the bounds of a scenario, also where all relations join the same two roles', () => {
    const large = largeScenario({ roles: bounds.roles, relations: bounds.relations });
    const between: Scenario = { ...large, relations: large.relations.map((relation) => ({ ...relation, source: 'r0', target: 'r1' })) };
    for (const scenario of [large, between]) {
      const svg = networkFigure(scenario, { ...english, phases: ['after'] });
      expect(svg.match(/data-item="role:/g)).toHaveLength(bounds.roles);
      expect(svg.match(/data-item="relation:/g)).toHaveLength(2 * bounds.relations); // line and label
      for (const { label } of scenario.relations) expect(svg).toContain(`>${label.en}</tspan>`);
      expect(svg).not.toMatch(/NaN|Infinity/);
    }
  });

  it('shows labels up to the length that one can type, and of longer ones the beginning', () => {
    const roleWith = (label: string): string => {
      const roles = sany.roles.map((role, index) => (index ? role : { ...role, label: { en: label, de: '', zh: '' } }));
      return squeezed(parsed(networkFigure({ ...sany, roles }, { ...english, phases: ['before'] })).querySelector(`[data-item="role:${roles[0]!.id}"]`)!.textContent!);
    };
    expect(roleWith('数'.repeat(longestLabel))).toBe('数'.repeat(longestLabel));
    expect(roleWith('数'.repeat(longestLabel + 1))).toBe(`${'数'.repeat(longestLabel)}…`);
    expect(roleWith(`a${'🏭'.repeat(longestLabel)}`)).toBe(`a${'🏭'.repeat(longestLabel / 2 - 1)}…`);
  });

  it.each([['words', 'a '.repeat(75_000)], ['one word', 'x'.repeat(150_000)], ['characters', '数'.repeat(150_000)], ['line feeds', '\n'.repeat(149_999) + 'x']])(
    'stays small whatever clients write: labels of endless %s, in boxes of no width',
    (_, endless) => {
      const label = { en: endless, de: endless, zh: endless };
      const hostile: Scenario = {
        ...sany,
        title: label,
        roles: sany.roles.map((role) => ({ ...role, label, phases: { before: { enterprise: 'sany', box: [0, 0, 1, 1] }, after: { enterprise: 'sany', box: [0, 0, 1, 1] } } })),
        relations: sany.relations.map((relation) => ({ ...relation, label })),
        enterprises: sany.enterprises.map((enterprise) => ({ ...enterprise, name: label })),
      };
      for (const svg of [networkFigure(hostile, english), assessmentFigure(hostile, englishAssessment)]) {
        expectHarmless(svg);
        expect(svg.length).toBeLessThan(1_000_000);
      }
    },
  );
});

describe('the assessment', () => {
  it('marks the significant dimensions of each enterprise, and states the verdict', () => {
    const root = parsed(assessmentFigure(amberg, englishAssessment));
    const marked = Array.from(root.querySelectorAll('[data-item^="cell:"]')).filter((cell) => cell.textContent!.includes('●'));
    expect(marked.map((cell) => cell.getAttribute('data-item'))).toEqual(['cell:siemens-amberg:how']);
    expect(root.querySelector('desc')!.textContent!.match(/Business model not innovated/g)).toHaveLength(amberg.enterprises.length);
    expect(parsed(assessmentFigure(sany, englishAssessment)).textContent).toContain('new in the future network');
  });

  it('lets enterprises share a triangle where it says the same of each, and only there', () => {
    const two = sany.enterprises.slice(0, 2).map(({ id }) => id) as [string, string];
    const named = (assessment: Scenario['assessment']) => sharedTriangles({ ...sany, assessment }).map((triangle) => triangle.map(({ id }) => id));
    const alike = { ...sany.assessment, [two[1]]: sany.assessment[two[0]]! };
    expect(named(sany.assessment)).toEqual(sany.enterprises.map(({ id }) => [id]));
    expect(named(alike)[0]).toEqual(two);
    const root = parsed(assessmentFigure({ ...sany, assessment: alike }, englishAssessment));
    for (const { id, name } of sany.enterprises) expect(root.querySelector(`[data-item="enterprise:${id}"]`)!.textContent).toBe(name.en);
    for (const id of two) expect(root.querySelectorAll(`[data-item="cell:${id}:what"] rect`)).toHaveLength(1);
    // who has not been judged is not judged alike
    const open = { ...alike[two[0]]!, who: emptyCell };
    expect(named({ ...alike, [two[0]]: open, [two[1]]: open }).every((triangle) => triangle.length === 1)).toBe(true);
  });

  it('tells unjudged and not applicable apart, and explains them where they occur', () => {
    const cells = { ...amberg.assessment['siemens-amberg']!, who: emptyCell, what: { ...emptyCell, change: 'not-applicable' as const } };
    const root = parsed(assessmentFigure({ ...amberg, assessment: { ...amberg.assessment, 'siemens-amberg': cells } }, englishAssessment));
    expect(root.querySelector('[data-item="cell:siemens-amberg:who"]')!.textContent).toContain('Who? ?');
    expect(root.textContent).toContain('not judged yet');
    expect(root.textContent).toContain('still open');
    expect(parsed(assessmentFigure(amberg, englishAssessment)).textContent).not.toContain('not judged yet');
  });

  it('says so where there is no enterprise', () => {
    expect(parsed(assessmentFigure({ ...amberg, enterprises: [], assessment: {} }, englishAssessment)).textContent).toContain('No enterprises yet');
  });
});

it('has its words in every language', () => {
  for (const language of languages) for (const key of [...networkLabelKeys, ...assessmentLabelKeys]) expect(messages(language)[key]).toEqual(expect.stringMatching(/\S/));
});

it('draws what delegations say with its role and relation, and nothing where nothing is said', () => {
  const [role] = sany.roles;
  const [relation] = sany.relations;
  const said = new Map([[`role:${role!.id}`, 'DE ✓ · CN –'], [`relation:${relation!.id}`, '德方 ✗ <b>']]);
  const svg = networkFigure(sany, { ...english, said });
  expectHarmless(svg);
  const texts = (name: string): string[] => Array.from(parsed(svg).querySelectorAll(`[data-item="${name}"]`), ({ textContent }) => textContent ?? '');
  expect(texts(`role:${role!.id}`).every((text) => text.includes('DE ✓ · CN –'))).toBe(true);
  expect(texts(`relation:${relation!.id}`).some((text) => text.includes('德方 ✗ <b>'))).toBe(true);
  expect(squeezed(svg).split('DE✓·CN–').length - 1).toBe(Object.keys(role!.phases).length);
  expect(networkFigure(sany, { ...english, said: new Map() })).toBe(networkFigure(sany, english));
});

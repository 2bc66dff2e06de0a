// @vitest-environment jsdom
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assessedEnterprises } from '@/lib/domain/assessed-enterprise';
import { languages, textIn, type Language } from '@/lib/domain/languages';
import { importScenario } from '@/lib/exchange/import-scenario';
import { samples } from '@/lib/scenarios/load-samples';
import { arbitraryLocalized, arbitraryScenario } from '@/tests/support/arbitrary-scenario';
import { figureLabels, overviewLabelKeys } from './figure-labels';
import { overviewFigure, practicesOf, type OverviewRow } from './overview-figure';

const messages = (language: Language): Record<string, string> => JSON.parse(readFileSync(`lib/messages/${language}/figures.json`, 'utf8')) as Record<string, string>;
const inLanguage = (language: Language) => ({ language, labels: figureLabels(overviewLabelKeys, (key) => messages(language)[key]!) });
const name = { en: 'Report', de: 'Bericht', zh: '报告' };
const practices = ['Value-Based Service', 'Order-Controlled Production', null];
const rows: OverviewRow[] = samples.map(({ file }, index) => {
  const scenario = importScenario(file);
  return { title: scenario.title, origin: scenario.origin, bestPractice: practices[index % practices.length]!, enterprises: assessedEnterprises(scenario) };
});

/** The figure as an XML parser sees it. @throws if it is not well-formed */
function parsed(svg: string): Element {
  const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml');
  if (documentElement.nodeName !== 'svg') throw new Error(documentElement.textContent ?? 'no SVG');
  return documentElement;
}
const squeezed = (text: string): string => text.replace(/[\s\u00ad-]/gu, '');

describe('the overview of a collection', () => {
  it.each(languages)('names every scenario, origin, best practice and enterprise in %s, uncut', (language) => {
    const root = parsed(overviewFigure({ name, rows }, inLanguage(language)));
    expect(root.querySelector('title')?.textContent).toContain(name[language]);
    const shown = [...root.querySelectorAll('[data-row]')].map((row) => squeezed(row.textContent ?? ''));
    expect(shown).toHaveLength(rows.length);
    for (const [index, { title, origin, enterprises }] of rows.entries())
      for (const words of [String(index + 1), textIn(title, language), origin!, ...enterprises.map((each) => textIn(each.name, language))]) expect(shown[index]).toContain(squeezed(words));
    for (const practice of practicesOf(rows)) expect(squeezed(root.textContent ?? '')).toContain(squeezed(practice));
  });

  it('marks the one best practice of each scenario with a square, and each verdict with a circle of its own form', () => {
    const root = parsed(overviewFigure({ name, rows }, inLanguage('en')));
    const columns = new Map<string, Set<string | null>>();
    for (const [index, group] of [...root.querySelectorAll('[data-row]')].entries()) {
      const squares = [...group.querySelectorAll('rect')];
      expect(squares).toHaveLength(rows[index]!.bestPractice === null ? 0 : 1);
      for (const square of squares) columns.set(rows[index]!.bestPractice!, (columns.get(rows[index]!.bestPractice!) ?? new Set()).add(square.getAttribute('x')));
      expect(group.querySelectorAll('circle')).toHaveLength(rows[index]!.enterprises.length);
    }
    expect([...columns.values()].map((places) => places.size)).toEqual([1, 1]);
    expect(new Set([...columns.values()].flatMap((places) => [...places])).size).toBe(2);
  });

  it('is well-formed and has numbers everywhere, whatever the collection holds', () => {
    const row = fc.tuple(arbitraryScenario, fc.option(fc.string({ unit: 'binary', maxLength: 300 }))).map(([scenario, bestPractice]) => ({ title: scenario.title, origin: scenario.origin, bestPractice, enterprises: assessedEnterprises(scenario) }));
    fc.assert(
      fc.property(arbitraryLocalized, fc.array(row, { maxLength: 6 }), fc.constantFrom(...languages), (called, some, language) => {
        const svg = overviewFigure({ name: called, rows: some }, inLanguage(language));
        const root = parsed(svg);
        for (const element of root.querySelectorAll('*')) for (const { value } of element.attributes) expect(value).not.toMatch(/NaN|Infinity|undefined/);
        expect(root.querySelectorAll('[data-row]')).toHaveLength(some.length);
      }),
      { numRuns: 40 },
    );
  });

  it('says that there is nothing yet', () => {
    expect(parsed(overviewFigure({ name, rows: [] }, inLanguage('de'))).textContent).toContain('Noch keine Szenarien');
  });
});

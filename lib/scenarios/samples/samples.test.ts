import { describe, expect, it } from 'vitest';
import { languages, type Language } from '@/lib/domain/languages';
import { phases, type Phase } from '@/lib/domain/phases';
import { plainText } from '@/lib/domain/rich-text';
import { dimensions, sectionKeys, type Scenario } from '@/lib/domain/scenario';
import { verdictOf } from '@/lib/domain/verdict';
import { exportScenario } from '@/lib/exchange/export-scenario';
import { importScenario } from '@/lib/exchange/import-scenario';
import { samples } from '../load-samples';

/*
 * The facts of the report ("Examples for business scenarios in manufacturing industry") to which the samples are held.
 * Relations: source > label > target, as the labels of figures 11, 23 and 35 say; which roles an arrow joins was worked
 * out from the descriptions, which a note in each sample says.
 */
const [sany, amberg, spanflug] = samples.map(({ file }) => importScenario(file)) as [Scenario, Scenario, Scenario];

const facts = [
  {
    name: 'SANY',
    scenario: sany,
    origin: 'CN',
    networks: {
      before: [
        'supplier machine > delivers machine > operator machine',
        'operator machine > initiates maintenance tasks > provider maintenance services',
        'provider maintenance services > delivers maintenance services > operator machine',
      ],
      after: [
        'supplier machine > delivers machine > operator machine',
        'provider maintenance services > delivers maintenance services > operator machine',
        'operator IIoT platform > schedules maintenance tasks > provider maintenance services',
        'operator IIoT platform > collects usage information of machine > operator machine',
        'operator IIoT platform > provides usage information of machine > data analysis',
      ],
    },
    enterprises: { SANY: { before: ['supplier machine'], after: ['supplier machine', 'data analysis'] } },
    verdicts: { SANY: 'innovated', 'End user': 'not-innovated', 'Maintenance company': 'not-innovated', 'Platform company': 'innovated' },
    significant: { SANY: ['what', 'how', 'value'], 'Maintenance company': [], 'Platform company': ['who', 'what', 'how', 'value'] },
    newInFuture: ['Platform company'],
    wording: { en: ['Millions of its machines', 'rent'], de: ['Millionen', 'IIoT-Plattform'], zh: ['数百万台', '租赁'] },
  },
  {
    name: 'Siemens Amberg',
    scenario: amberg,
    origin: 'DE',
    networks: {
      before: ['supplier machine > delivers machine > factory', 'supplier material > delivers material > factory'],
      after: [
        'supplier machine > delivers machine > factory',
        'supplier material > delivers material > factory',
        'factory > provides usage information of machines and material > internal IT platform',
        'internal IT platform > provides usage information of machines and material > internal data analytics',
        'internal data analytics > provides optimization measures > factory',
      ],
    },
    enterprises: { 'Siemens Amberg': { before: ['factory'], after: ['factory', 'internal data analytics', 'internal IT platform'] } },
    verdicts: { 'Siemens Amberg': 'not-innovated', 'Machine suppliers': 'not-innovated', 'Material suppliers': 'not-innovated' },
    significant: { 'Siemens Amberg': ['how'], 'Machine suppliers': [], 'Material suppliers': [] },
    newInFuture: [],
    wording: { en: ['99.9989%'], de: ['99,9989 %'], zh: ['99.9989%'] },
  },
  {
    name: 'Spanflug',
    scenario: spanflug,
    origin: 'DE',
    networks: {
      before: [
        'buyer of a component > requests for component > provider of manufacturing services',
        'provider of manufacturing services > offers for component > buyer of a component',
        'buyer of a component > orders component > provider of manufacturing services',
        'provider of manufacturing services > delivers component > buyer of a component',
      ],
      after: [
        'provider of manufacturing services > delivers component > buyer of a component',
        'buyer of a component > requests for component > manufacturing platform',
        'manufacturing platform > offers for component > buyer of a component',
        'buyer of a component > orders component > manufacturing platform',
        'manufacturing platform > forwards order > provider of manufacturing services',
      ],
    },
    enterprises: { Spanflug: { before: [], after: ['manufacturing platform'] } },
    verdicts: { Spanflug: 'innovated', 'Buying company': 'not-innovated', 'Manufacturing partner': 'innovated' },
    significant: { Spanflug: ['who', 'what', 'how', 'value'], 'Buying company': ['how'], 'Manufacturing partner': ['who', 'how'] },
    newInFuture: ['Spanflug'],
    wording: {
      en: ['about one minute', '10 working days', 'Germany only', 'no auctions'],
      de: ['rund einer Minute', '10 Arbeitstagen', 'ausschließlich in Deutschland', 'Auktionen gibt es nicht'],
      zh: ['约一分钟', '10 个工作日', '全部在德国', '不采用竞价'],
    },
  },
];

const wordingOf = (scenario: Scenario, language: Language): string => sectionKeys.map((section) => plainText(scenario.sections[section][language])).join('\n');

function networkOf(scenario: Scenario, phase: Phase): string[] {
  const labelOf = (id: string): string | undefined => scenario.roles.find((role) => role.id === id)?.label.en;
  return scenario.relations
    .filter((relation) => relation.phases.includes(phase))
    .map(({ source, label, target }) => `${labelOf(source)} > ${label.en} > ${labelOf(target)}`);
}

describe.each(facts)('$name', ({ scenario, origin, networks, enterprises, verdicts, significant, newInFuture, wording }) => {
  it('has the network of the report', () => {
    expect(scenario.origin).toBe(origin);
    for (const phase of phases) {
      expect(networkOf(scenario, phase).sort()).toEqual([...networks[phase]].sort());
      for (const [name, roles] of Object.entries(enterprises)) {
        const enterprise = scenario.enterprises.find((candidate) => candidate.name.en === name);
        expect(scenario.roles.filter((role) => role.phases[phase]?.enterprise === enterprise?.id).map((role) => role.label.en)).toEqual(roles[phase]);
      }
    }
  });

  it('has the assessment of the report', () => {
    const judged = Object.fromEntries(scenario.enterprises.map(({ id, name }) => [name.en, scenario.assessment[id]!]));
    expect(Object.fromEntries(Object.entries(judged).map(([name, cells]) => [name, verdictOf(cells)]))).toEqual(verdicts);
    for (const [name, expected] of Object.entries(significant)) expect(dimensions.filter((dimension) => judged[name]![dimension].change === 'significant')).toEqual(expected);
    expect(scenario.enterprises.filter((enterprise) => enterprise.newInFuture).map(({ name }) => name.en)).toEqual(newInFuture);
    for (const cells of Object.values(judged)) for (const dimension of dimensions) expect(cells[dimension].rationale).not.toBe('');
  });

  it.each(languages)('says so in %s, everywhere', (language) => {
    for (const words of wording[language]) expect(wordingOf(scenario, language)).toContain(words);
    for (const section of sectionKeys) expect(plainText(scenario.sections[section][language]).length).toBeGreaterThan(20);
    for (const { label } of [...scenario.roles, ...scenario.relations]) expect(label[language]).not.toBe('');
    for (const text of [scenario.title, ...scenario.enterprises.map(({ name }) => name)]) expect(text[language]).not.toBe('');
  });

  it('keeps the gaps of the source visible', () => {
    expect(scenario.notes.length).toBeGreaterThan(0);
    for (const { text } of scenario.notes) expect(text).toMatch(/^Open: /);
  });

  it('is placed by hand, without overlaps', () => {
    for (const phase of phases) {
      const boxes = [
        ...scenario.roles.filter((role) => role.phases[phase]).map((role) => role.phases[phase]!.box),
        ...scenario.notes.filter((note) => note.phase === phase).map((note) => note.box),
      ];
      for (const [index, a] of boxes.entries())
        for (const b of boxes.slice(index + 1)) {
          expect(a && b && a[0] < b[0] + b[2] && b[0] < a[0] + a[2] && a[1] < b[1] + b[3] && b[1] < a[1] + a[3]).toBe(false);
        }
    }
  });

  it('comes out of an export as it went in', () => {
    expect(importScenario(exportScenario(scenario))).toEqual(scenario);
  });
});

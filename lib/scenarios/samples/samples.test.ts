import { describe, expect, it } from 'vitest';
import { findingsOf } from '@/lib/checks/findings-of';
import { itemLabels } from '@/lib/domain/item-labels';
import { languages, type Language } from '@/lib/domain/languages';
import { phases, type Phase } from '@/lib/domain/phases';
import { plainText } from '@/lib/domain/rich-text';
import { dimensions, sectionKeys, type Scenario } from '@/lib/domain/scenario';
import { verdictOf } from '@/lib/domain/verdict';
import { exportScenario } from '@/lib/exchange/export-scenario';
import { importScenario } from '@/lib/exchange/import-scenario';
import { samples, type SampleName } from '../load-samples';
import { facts } from './facts';

const scenarioOf = (sample: SampleName): Scenario => importScenario(samples.find(({ name }) => name === sample)!.file);

/*
 * Relations: source > label > target, as the labels of figures 11, 23 and 35 say, the only ones that are left of the
 * report's figures; which roles an arrow joins was worked out from the descriptions, which a note in each sample says.
 */
const networks: Partial<Record<SampleName, Record<Phase, string[]>>> = {
  sany: {
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
  'siemens-amberg': {
    before: ['supplier machine > delivers machine > factory', 'supplier material > delivers material > factory'],
    after: [
      'supplier machine > delivers machine > factory',
      'supplier material > delivers material > factory',
      'factory > provides usage information of machines and material > internal IT platform',
      'internal IT platform > provides usage information of machines and material > internal data analytics',
      'internal data analytics > provides optimization measures > factory',
    ],
  },
  spanflug: {
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
};

function networkOf(scenario: Scenario, phase: Phase): string[] {
  const labelOf = (id: string): string | undefined => scenario.roles.find((role) => role.id === id)?.label.en;
  return scenario.relations
    .filter((relation) => relation.phases.includes(phase))
    .map(({ source, label, target }) => `${labelOf(source)} > ${label.en} > ${labelOf(target)}`);
}

/** All four sections in English; in the other languages all or none. */
function wordedIn(scenario: Scenario): Language[] {
  const written = (language: Language): boolean[] => sectionKeys.map((section) => plainText(scenario.sections[section][language]).length > 20);
  return languages.filter((language) => {
    expect(new Set(written(language)).size).toBe(1);
    return written(language)[0];
  });
}

it('are all that the report describes, each once', () => {
  expect(facts).toHaveLength(15);
  expect(facts.map(({ sample }) => sample).sort()).toEqual(samples.map(({ name }) => name).sort());
  expect(new Set(samples.map(({ id }) => id)).size).toBe(15);
  expect(facts.map(({ origin }) => origin)).toEqual([...Array<string>(8).fill('CN'), ...Array<string>(7).fill('DE')]);
});

describe.each(facts)('$sample', ({ sample, origin, bestPractice, enterprises, figures, slips }) => {
  const scenario = scenarioOf(sample);

  it('comes from where the report has it, and belongs to the same best practice', () => {
    expect(scenario.origin).toBe(origin);
    expect(scenario.bestPractice).toBe(bestPractice);
  });

  it('has two phases, in each of which every role is connected', () => {
    for (const phase of phases) {
      const standing = scenario.roles.filter((role) => role.phases[phase]).map(({ id }) => id);
      const connected = scenario.relations.filter((relation) => relation.phases.includes(phase)).flatMap(({ source, target }) => [source, target]);
      expect(standing.length).toBeGreaterThan(1);
      expect([...new Set(connected)].sort()).toEqual(standing.sort());
      if (networks[sample]) expect(networkOf(scenario, phase).sort()).toEqual(networks[sample][phase].sort());
    }
    for (const { kind } of scenario.relations) expect(kind).not.toBeNull();
  });

  it('has the assessment of the report, cell by cell', () => {
    expect(scenario.enterprises.map(({ id }) => id).sort()).toEqual(Object.keys(enterprises).sort());
    for (const { id, newInFuture, claim } of scenario.enterprises) {
      const { claimed, significant, unsaid = [], newInFuture: calledNew = false } = enterprises[id]!;
      const cells = scenario.assessment[id]!;
      const unchanged = claimed === 'not-applicable' ? 'not-applicable' : 'none';
      const expected = dimensions.map((dimension) => (significant[dimension] ? 'significant' : unsaid.includes(dimension) ? null : unchanged));
      expect(dimensions.map((dimension) => cells[dimension].change)).toEqual(expected);
      const stands = (phase: Phase): boolean => scenario.roles.some((role) => role.phases[phase]?.enterprise === id);
      for (const dimension of dimensions) {
        const { rationale, before, after, reasons, evidence } = cells[dimension];
        expect(rationale).not.toBe('');
        expect(reasons).toEqual(significant[dimension] ?? []);
        // What becomes of a dimension is said where it changes; what it was, where the report says so and the enterprise is there already.
        if (significant[dimension]) expect(after).not.toBe('');
        if (!stands('before')) expect(before).toBe('');
        expect(before === '' || before !== after).toBe(true);
        for (const each of evidence) if (each.kind !== 'text') expect(itemLabels(scenario, `${each.kind}:${each.id}`), each.id).not.toBeNull();
      }
      expect(newInFuture).toBe(calledNew);
      expect(claim).toBe(claimed);
      expect(phases.flatMap((phase) => scenario.roles.filter((role) => role.phases[phase]?.enterprise === id))).not.toHaveLength(0);

      const about = slips.filter((slip) => slip.about.includes(`enterprise:${id}`)).map(({ kind }) => kind);
      if (about.includes('claimed-verdict')) expect(verdictOf(cells)).not.toBe(claimed);
      else if (claimed === 'innovated' || claimed === 'not-innovated') expect(verdictOf(cells)).toBe(claimed);
      else expect(about).toContain('no-verdict');
    }
  });

  it('is labelled in every language, and worded in English at least', () => {
    for (const text of [scenario.title, ...[...scenario.roles, ...scenario.relations].map(({ label }) => label), ...scenario.enterprises.map(({ name }) => name)])
      for (const language of languages) expect(text[language].trim()).not.toBe('');
    const worded = wordedIn(scenario);
    expect(worded).toContain('en');
    for (const { section, ...said } of figures)
      for (const language of worded) {
        expect(said[language]).toBeDefined();
        expect(plainText(scenario.sections[section][language])).toContain(said[language]);
      }
  });

  it('shows the slips and gaps of the report where they are, in its future phase', () => {
    expect(scenario.notes.map(({ id, text, phase }) => ({ id, text, phase }))).toEqual(
      slips.map(({ note, explanation }) => ({ id: note, text: `Open: ${explanation}`, phase: 'after' })),
    );
    for (const item of slips.flatMap(({ about }) => about)) expect(itemLabels(scenario, item), item).not.toBeNull();
  });

  it('is placed by hand, common roles in the same place, without overlaps', () => {
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
    for (const { phases: placed } of scenario.roles) if (placed.before && placed.after) expect(placed.after.box).toEqual(placed.before.box);
  });

  it('is found to contradict its wording exactly where the report does', () => {
    const found = findingsOf(scenario).filter(({ check }) => check === 'verdict-against-wording');
    expect(found.map(({ item }) => item)).toEqual(slips.filter(({ kind }) => kind === 'claimed-verdict').flatMap(({ about }) => about.filter((item) => item.startsWith('enterprise:'))));
  });

  it('comes out of an export as it went in', () => {
    expect(importScenario(exportScenario(scenario))).toEqual(scenario);
  });
});

import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import { createDocument } from '@/lib/document/create-document';
import { projectScenario } from '@/lib/document/project-scenario';
import { bounds, longestLabel, longestNote } from '@/lib/domain/bounds';
import { AccordError } from '@/lib/domain/errors';
import { languages, type Language } from '@/lib/domain/languages';
import { emptyCell } from '@/lib/domain/scenario';
import { loadMessages } from '@/lib/messages/load';
import { arbitraryScenario } from '@/tests/support/arbitrary-scenario';
import { exportScenario } from './export-scenario';
import { importScenario } from './import-scenario';
import { problems } from './problems';

const box = [0, 0, 160, 64];
/** A fresh file with one of everything, to break in one place. */
const file = () => ({
  format: 'accord-scenario',
  version: 5,
  scenario: {
    title: { en: 'Maintenance', de: 'Instandhaltung', zh: '维护' },
    origin: 'CN',
    roles: [
      { id: 'supplier', label: { en: 'supplier' }, phases: { before: { enterprise: 'sany', box }, after: { enterprise: 'sany', box } } },
      { id: 'operator', label: { en: 'operator' }, phases: { after: {} } },
    ],
    relations: [{ id: 'delivers', label: { en: 'delivers' }, kind: 'product', source: 'supplier', target: 'operator', phases: ['after'] }],
    enterprises: [{ id: 'sany', name: { en: 'SANY' }, colour: 0 }],
    notes: [{ id: 'note', text: 'to discuss', phase: 'before' }],
    assessment: { sany: { who: { change: 'none', rationale: 'same customers' } } },
    sections: { description: { en: [{ type: 'paragraph', content: [{ type: 'text', text: 'Once.' }] }] } },
  },
});

/** What is said about the file after `breakIt`. */
function refusalOf(breakIt: (broken: ReturnType<typeof file> & Record<string, unknown>) => unknown): AccordError['details'] {
  const broken = file();
  const replaced = breakIt(broken) ?? broken;
  try {
    importScenario(JSON.parse(JSON.stringify(replaced)));
  } catch (error) {
    expect(error).toBeInstanceOf(AccordError);
    expect((error as AccordError).code).toBe('invalid-scenario');
    return (error as AccordError).details;
  }
  throw new Error('the file was taken');
}

describe('export and import', () => {
  it('give the same scenario back, whatever it holds', () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        expect(importScenario(JSON.stringify(exportScenario(scenario)))).toEqual(scenario);
      }),
      { numRuns: 100 },
    );
  });

  it('give the same file back', () => {
    const once = exportScenario(importScenario(file()));
    expect(exportScenario(importScenario(once))).toEqual(once);
  });
});

describe('evidence in a file', () => {
  const withEvidence = (...evidence: object[]) => {
    const written = file();
    Object.assign(written.scenario.assessment.sany.who, { evidence });
    return importScenario(written).assessment['sany']!.who.evidence;
  };

  it('of which nothing is said counts as right for what the file holds', () => {
    const [role, relation, passage] = withEvidence({ kind: 'text', section: 'description', language: 'en', quote: 'Once.' }, { kind: 'relation', id: 'delivers' }, { kind: 'role', id: 'operator' });
    expect(role).toEqual({ kind: 'role', id: 'operator', rightFor: { label: { en: 'operator', de: '', zh: '' }, phases: { after: null } } });
    expect(relation).toEqual({ kind: 'relation', id: 'delivers', rightFor: { label: { en: 'delivers', de: '', zh: '' }, kind: 'product', source: 'supplier', target: 'operator', phases: ['after'] } });
    expect(passage).toEqual({ kind: 'text', section: 'description', language: 'en', quote: 'Once.', rightFor: 'Once.', says: 'Once.' });
  });

  it('that is gone is kept with what it said', () => {
    const gone = { kind: 'role', id: 'distributor', rightFor: { label: { en: 'distributor', de: '', zh: '' }, phases: { before: null } } } as const;
    expect(withEvidence(gone, { kind: 'text', section: 'description', language: 'de', quote: 'Einmal.' })).toEqual([gone, { kind: 'text', section: 'description', language: 'de', quote: 'Einmal.', rightFor: 'Einmal.', says: null }]);
  });

  it('is found in a text of thousands of paragraphs, which is read once for all of it', () => {
    const written = file();
    written.scenario.sections.description.en = Array.from({ length: 3_000 }, () => ({ type: 'paragraph', content: [{ type: 'text', text: 'a line' }] }));
    const passage = (index: number) => ({ kind: 'text', section: 'description', language: 'en', quote: `line${'\na line'.repeat(index)}` });
    const judged = { change: 'significant', rationale: 'so', evidence: Array.from({ length: 50 }, (_, index) => passage(index)) };
    Object.assign(written.scenario.assessment.sany, { who: judged, what: judged, how: judged, value: judged });
    const { user: before } = process.cpuUsage();
    const { assessment } = projectScenario(createDocument(importScenario(written)));
    expect(Object.values(assessment['sany']!).flatMap(({ evidence }) => evidence).map((each) => each.kind === 'text' && each.says === each.quote)).toEqual(Array(200).fill(true));
    expect((process.cpuUsage().user - before) / 1_000).toBeLessThan(4_000);
  });
});

describe('a file of version 1', () => {
  const stored = (): { version: number; scenario: object } => JSON.parse(readFileSync('tests/support/exchange/version-1.json', 'utf8')) as { version: number; scenario: object };

  it('is read: English leads, and texts that were handed in together are right for each other', () => {
    const scenario = importScenario(stored());
    expect(scenario.leadingLanguage).toBe('en');
    expect(scenario.rightFor.description).toEqual({ en: null, de: { language: 'en', paragraphs: ['The user pays once.', 'The maker repairs.'] }, zh: null });
    expect(scenario.rightFor['value-proposition']).toEqual({ en: null, de: null, zh: null });
    expect(scenario.roles.map(({ id }) => id)).toEqual(['maker', 'user']);
  });

  it('becomes one of the present version that says the same', () => {
    const exported = exportScenario(importScenario(stored()));
    expect(exported.version).toBe(5);
    expect(importScenario(JSON.stringify(exported))).toEqual(importScenario(stored()));
  });

  it('is refused at the same places as one of the present version', () => {
    const broken = { ...stored(), scenario: { ...stored().scenario, roles: 7 } };
    expect(() => importScenario(broken)).toThrow(expect.objectContaining({ details: expect.objectContaining({ where: '$.scenario.roles', problem: 'wrong-type' }) as object }) as Error);
  });

  it('is still described by the schema that was published for it', () => {
    const schema = JSON.parse(readFileSync('public/schema/scenario-1.json', 'utf8')) as { $id: string; properties: { version: { const: number } } };
    expect([schema.$id, schema.properties.version.const]).toEqual(['scenario-1.json', 1]);
  });
});

describe('a file of version 2', () => {
  it('is read: the wording claims nothing, and exported it says the same in the present version', () => {
    const scenario = importScenario({ ...file(), version: 2 });
    expect(scenario.enterprises).toEqual([expect.objectContaining({ id: 'sany', claim: null, claimReason: '' })]);
    expect(scenario).toEqual(importScenario(file()));
    expect(importScenario(JSON.stringify(exportScenario(scenario)))).toEqual(scenario);
  });

  it('is still described by the schema that was published for it', () => {
    const schema = JSON.parse(readFileSync('public/schema/scenario-2.json', 'utf8')) as { $id: string; properties: { version: { const: number } } };
    expect([schema.$id, schema.properties.version.const]).toEqual(['scenario-2.json', 2]);
  });
});

describe('a file of version 3', () => {
  it('is read: cells name no reasons and no evidence, and exported it says the same in the present version', () => {
    const scenario = importScenario({ ...file(), version: 3 });
    expect(scenario.assessment['sany']?.who).toEqual({ ...emptyCell, change: 'none', rationale: 'same customers' });
    expect(scenario).toEqual(importScenario(file()));
    expect(importScenario(JSON.stringify(exportScenario(scenario)))).toEqual(scenario);
  });

  it('is still described by the schema that was published for it', () => {
    const schema = JSON.parse(readFileSync('public/schema/scenario-3.json', 'utf8')) as { $id: string; properties: { version: { const: number } } };
    expect([schema.$id, schema.properties.version.const]).toEqual(['scenario-3.json', 3]);
  });
});

describe('a file of version 4', () => {
  it('is read: no words are marked as the name of a role, and exported it says the same in the present version', () => {
    const written = file();
    written.scenario.sections.description.en = [{ type: 'paragraph', content: [{ type: 'text', text: 'Pays the insurer' }] }];
    const scenario = importScenario({ ...written, version: 4 });
    expect(scenario).toEqual(importScenario(written));
    expect(importScenario(JSON.stringify(exportScenario(scenario)))).toEqual(scenario);
  });

  it('is still described by the schema that was published for it', () => {
    const schema = JSON.parse(readFileSync('public/schema/scenario-4.json', 'utf8')) as { $id: string; properties: { version: { const: number } } };
    expect([schema.$id, schema.properties.version.const]).toEqual(['scenario-4.json', 4]);
  });
});

describe('what a text is right for', () => {
  const worded = (rightFor?: object) => {
    const written = (text: string) => [{ type: 'paragraph', content: [{ type: 'text', text }] }];
    return { ...file(), scenario: { ...file().scenario, sections: { description: { en: written('Once.'), de: written('Einst.') } }, ...(rightFor && { rightFor }) } };
  };

  it('is what leads in the file, unless the file says something else', () => {
    expect(importScenario(worded()).rightFor.description.de).toEqual({ language: 'en', paragraphs: ['Once.'] });
    expect(importScenario(worded({ description: { de: null } })).rightFor.description.de).toBeNull();
    expect(importScenario(worded({ description: { de: { language: 'en', paragraphs: ['Now.'] } } })).rightFor.description.de).toEqual({ language: 'en', paragraphs: ['Now.'] });
  });

  it('is stated where a reader would take something else for granted, and left out elsewhere', () => {
    expect(exportScenario(importScenario(worded({ description: { de: null } }))).scenario.rightFor).toEqual({ description: { de: null } });
    expect(exportScenario(importScenario(file())).scenario.rightFor).toEqual({});
  });

  it('is bounded', () => {
    const paragraphs = Array.from({ length: 3 }, () => 'x'.repeat(bounds.characters / 2));
    expect(() => importScenario(worded({ description: { de: { language: 'en', paragraphs } } }))).toThrow(expect.objectContaining({ details: expect.objectContaining({ where: '$.scenario.rightFor.description.de', problem: 'too-long' }) as object }) as Error);
  });
});

describe('import', () => {
  it('fills in what a hand-written file may leave out', () => {
    const scenario = importScenario(file());
    expect(scenario.roles[1]).toEqual({ id: 'operator', label: { en: 'operator', de: '', zh: '' }, phases: { after: { enterprise: null, box: null } } });
    expect(scenario.assessment['sany']?.value).toEqual(emptyCell);
    expect(scenario.sections['revenue-mechanism'].zh).toEqual([]);
    expect(scenario.enterprises[0]?.newInFuture).toBe(false);
    expect(scenario.bestPractice).toBeNull();
  });

  it('takes the text of a file, with a byte order mark, too', () => {
    expect(importScenario(`\uFEFF${JSON.stringify(file())}`).title.zh).toBe('维护');
  });

  it('takes mark-up, SQL, emoji and right-to-left as the text that they are', () => {
    const odd = file();
    const text = `<img src=x onerror=alert(1)> '; drop table people; -- 🏗️ مشغل`;
    odd.scenario.title.en = text;
    expect(importScenario(odd).title.en).toBe(text);
  });

  it('brings wording into its canonical form', () => {
    const odd = file();
    odd.scenario.sections.description.en[0]!.content = ['a', '', 'b\nc'].map((text) => ({ type: 'text', text }));
    expect(importScenario(odd).sections.description.en).toEqual([
      { type: 'paragraph', content: [{ type: 'text', text: 'ab' }, { type: 'break' }, { type: 'text', text: 'c' }] },
    ]);
  });

  it('says where and what is wrong', () => {
    const deepList = (depth: number): unknown => (depth === 0 ? { type: 'paragraph', content: [] } : { type: 'bullet-list', items: [[deepList(depth - 1)]] });
    const cases: [Parameters<typeof refusalOf>[0], where: string, problem: string][] = [
      [() => 'no json {', '$', 'not-json'],
      [() => 7, '$', 'not-a-scenario'],
      [() => [], '$', 'not-a-scenario'],
      [() => ({ format: 'other' }), '$', 'not-a-scenario'],
      [(f) => void (f.version = 6), '$.version', 'newer-version'],
      [(f) => void (f.version = 0), '$.version', 'wrong-value'],
      [(f) => void (f['extra'] = 1), '$', 'unknown-field'],
      [(f) => void Object.assign(f.scenario.roles[0]!, { colour: 1 }), '$.scenario.roles[0]', 'unknown-field'],
      [(f) => void Object.assign(f.scenario, { title: undefined }), '$.scenario.title', 'missing'],
      [(f) => void Object.assign(f.scenario, { roles: {} }), '$.scenario.roles', 'wrong-type'],
      [(f) => void Object.assign(f.scenario.relations[0]!, { kind: 'money' }), '$.scenario.relations[0].kind', 'wrong-value'],
      [(f) => void (f.scenario.roles[0]!.id = 'a:b'), '$.scenario.roles[0].id', 'bad-id'],
      [(f) => void (f.scenario.roles[0]!.id = '__proto__'), '$.scenario.roles[0].id', 'bad-id'],
      [(f) => void (f.scenario.roles[1]!.id = 'supplier'), '$.scenario.roles[1].id', 'repeated-id'],
      [(f) => void (f.scenario.notes[0]!.id = 'supplier'), '$.scenario.notes[0].id', 'repeated-id'],
      [(f) => void (f.scenario.title.de = 'x'.repeat(longestLabel + 1)), '$.scenario.title.de', 'too-long'],
      [(f) => void (f.scenario.title.de = 'x'.repeat(10_000)), '$.scenario.title.de', 'too-long'],
      [(f) => void (f.scenario.title.en = 'a\0b'), '$.scenario.title.en', 'unsound-text'],
      [(f) => void (f.scenario.title.en = 'a\ud800b'), '$.scenario.title.en', 'unsound-text'],
      [(f) => void (f.scenario.roles[0]!.phases.before!.enterprise = 'haier'), '$.scenario.roles[0].phases.before.enterprise', 'unknown-enterprise'],
      [(f) => void (f.scenario.relations[0]!.target = 'nobody'), '$.scenario.relations[0].target', 'unknown-role'],
      [(f) => void (f.scenario.relations[0]!.phases = ['before']), '$.scenario.relations[0].phases', 'role-not-in-phase'],
      [(f) => void (f.scenario.relations[0]!.phases = ['after', 'after']), '$.scenario.relations[0].phases[1]', 'repeated-phase'],
      [(f) => void Object.assign(f.scenario.assessment, { 'not there': {} }), '$.scenario.assessment["not there"]', 'bad-id'],
      [(f) => void Object.assign(f.scenario, { reasons: [{ id: 'new-partner', label: {} }] }), '$.scenario.reasons[0].id', 'repeated-id'],
      [(f) => void Object.assign(f.scenario.assessment.sany.who, { reasons: ['new-partner', 'fancy'] }), '$.scenario.assessment.sany.who.reasons[1]', 'unknown-reason'],
      [(f) => void Object.assign(f.scenario.assessment.sany.who, { evidence: [{ kind: 'role', id: 'nobody' }] }), '$.scenario.assessment.sany.who.evidence[0].id', 'unknown-role'],
      [(f) => void Object.assign(f.scenario.assessment.sany.who, { evidence: [{ kind: 'relation', id: 'pays', rightFor: null }] }), '$.scenario.assessment.sany.who.evidence[0].id', 'unknown-relation'],
      [(f) => void Object.assign(f.scenario.assessment.sany.who, { evidence: [{ kind: 'role', id: 'supplier' }, { kind: 'role', id: 'supplier' }] }), '$.scenario.assessment.sany.who.evidence[1]', 'repeated-evidence'],
      [(f) => void Object.assign(f.scenario.assessment.sany.who, { evidence: [{ kind: 'text', section: 'description', language: 'en', quote: 'Once.', says: 'Twice.' }] }), '$.scenario.assessment.sany.who.evidence[0].says', 'unknown-words'],
      [(f) => void Object.assign(f.scenario.assessment.sany.who, { evidence: Array.from({ length: bounds.evidenceOfCell + 1 }, () => ({ kind: 'role', id: 'supplier' })) }), '$.scenario.assessment.sany.who.evidence', 'too-large'],
      [(f) => void Object.assign(f.scenario.assessment.sany.who, { reasons: Array.from({ length: bounds.reasonsOfCell + 1 }, () => 'new-partner') }), '$.scenario.assessment.sany.who.reasons', 'too-large'],
      [(f) => void Object.assign(f.scenario.assessment, { haier: {} }), '$.scenario.assessment.haier', 'unknown-enterprise'],
      [(f) => void (f.scenario.roles[0]!.phases.before!.box = [0, 0, 0, 5]), '$.scenario.roles[0].phases.before.box[2]', 'too-small'],
      [(f) => void (f.scenario.roles[0]!.phases.before!.box = [0.5, 0, 1, 5]), '$.scenario.roles[0].phases.before.box[0]', 'wrong-type'],
      [(f) => void (f.scenario.enterprises[0]!.colour = 1e9), '$.scenario.enterprises[0].colour', 'too-large'],
      [(f) => void Object.assign(f.scenario.sections.description.en[0]!, { type: 'table' }), '$.scenario.sections.description.en[0].type', 'wrong-value'],
      [
        (f) => void Object.assign(f.scenario.sections.description.en[0]!.content[0]!, { link: 'javascript:alert(1)' }),
        '$.scenario.sections.description.en[0].content[0].link',
        'bad-link',
      ],
      [(f) => void Object.assign(f.scenario.sections.description, { en: [deepList(11)] }), `$.scenario.sections.description.en[0]${'.items[0][0]'.repeat(10)}`, 'too-deep'],
      [(f) => void Object.assign(f.scenario.sections.description, { en: [deepList(500)] }), '$', 'too-deep'],
      [
        (f) => void (f.scenario.roles = Array.from({ length: bounds.roles + 1 }, (_, index) => ({ ...file().scenario.roles[0]!, id: `r${index}` }))),
        '$.scenario.roles',
        'over-bound',
      ],
      [
        (f) => void (f.scenario.notes = Array.from({ length: bounds.notes + 1 }, (_, index) => ({ id: `n${index}`, text: '', phase: 'before' }))),
        '$.scenario.notes',
        'over-bound',
      ],
      [(f) => void (f.scenario.notes[0]!.text = 'x'.repeat(longestNote + 1)), '$.scenario.notes[0].text', 'too-long'],
      [
        (f) => void (f.scenario.notes = Array.from({ length: 101 }, (_, index) => ({ id: `n${index}`, text: 'x'.repeat(longestNote), phase: 'before' }))),
        '$.scenario',
        'over-bound',
      ],
    ];
    for (const [breakIt, where, problem] of cases) {
      const details = refusalOf(breakIt);
      expect([details['where'], details['problem']]).toEqual([where, problem]);
      expect(details['what']).toEqual(expect.stringMatching(/\w/));
    }
  });

  it('stays brief about what it refuses', () => {
    const details = refusalOf((f) => void (f['k'.repeat(10_000)] = 1));
    expect(String(details['what']).length).toBeLessThan(200);
  });
});

it.each(languages)('has words in %s for everything that can be wrong, with the same blanks', (language) => {
  const messagesIn = (folder: string): Record<string, string> =>
    (JSON.parse(readFileSync(`lib/messages/${folder}/exchange.json`, 'utf8')) as { problems: Record<string, string> }).problems;
  const blanks = (message: string): string[] => [...new Set(message.match(/\{(found|known|expected|most|least|phase)\}/g))].sort();
  const messages = messagesIn(language);
  expect(Object.keys(messages).sort()).toEqual([...problems].sort());
  for (const problem of problems) expect(blanks(messages[problem]!)).toEqual(blanks(messagesIn('en')[problem]!));
});

it('names what is expected in the language of the reader', async () => {
  const said = async (language: Language, expected: string): Promise<string> => {
    const t = createTranslator({ locale: language, messages: await loadMessages(language), namespace: 'exchange.problems' }) as unknown as (key: string, blanks: object) => string;
    return t('wrong-type', { expected });
  };
  expect(await said('de', 'object')).toBe('Erwartet wird: ein Objekt.');
  expect(await said('zh', 'array')).toBe('应为：列表。');
  expect(await said('en', 'another')).toBe('Expected: another value.');
});

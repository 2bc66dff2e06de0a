import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryRichText, arbitraryScenario } from '@/tests/support/arbitrary-scenario';
import { canonicalJson } from '@/lib/document/canonical';
import { bounds } from '@/lib/domain/bounds';
import type { RichText } from '@/lib/domain/rich-text';
import type { Scenario } from '@/lib/domain/scenario';
import { applyDiff } from './apply-diff';
import { applyRichTextDiff, diffRichText, richSideOf } from './diff-rich-text';
import { diffScenario } from './diff-scenario';
import { applyTextDiff, diffText } from './diff-text';
import { fromLines, linesOf } from './rich-lines';
import { wordsOf } from './words-of';

describe('a diff', () => {
  test('of any scenario and any other makes the other of the one', () => {
    fc.assert(
      fc.property(arbitraryScenario, arbitraryScenario, (a, b) => {
        expect(applyDiff(a, diffScenario(a, b))).toEqual(b);
      }),
      { numRuns: 100 },
    );
  });

  test('of a scenario and the same one edited here and there makes the edited one', () => {
    fc.assert(
      fc.property(arbitraryScenario, arbitraryScenario, fc.infiniteStream(fc.boolean()), (a, donor, coin) => {
        const b = mixed(a, donor, () => coin.next().value);
        const diff = diffScenario(a, b);
        expect(applyDiff(a, diff)).toEqual(b);
        expect(canonicalJson(applyDiff(b, diffScenario(b, a)))).toBe(canonicalJson(a));
      }),
      { numRuns: 100 },
    );
  });

  test('of a scenario and itself says nothing', () => {
    fc.assert(
      fc.property(arbitraryScenario, (a) => {
        const { cells, sections, rightFor, title, roles, relations, enterprises, notes, reasons, ...values } = diffScenario(a, structuredClone(a));
        expect([cells, sections, rightFor, Object.keys(title)]).toEqual([[], [], [], []]);
        for (const list of [roles, relations, enterprises, notes, reasons]) expect(list).toEqual({ added: [], dropped: [], changed: [], order: null });
        expect(Object.values(values)).toEqual([null, null, null, null]);
      }),
    );
  });

  test('refuses a scenario that it was not made of', () => {
    const diff = diffText('the machine', 'the new machine');
    expect(() => applyTextDiff('the plant', diff)).toThrow('another text');
  });
});

describe('wording', () => {
  test('is the same after a way through its lines', () => {
    fc.assert(fc.property(arbitraryRichText, (text) => void expect(fromLines(linesOf(text))).toEqual(text)), { numRuns: 500 });
  });

  test('of any form becomes any other', () => {
    fc.assert(
      fc.property(arbitraryRichText, arbitraryRichText, (a, b) => {
        const diff = diffRichText(a, b);
        expect(applyRichTextDiff(a, diff)).toEqual(b);
        if (diff) expect(richSideOf(diff, 'deleted')).toEqual(a);
      }),
      { numRuns: 500 },
    );
  });

  test('differs in the words that were changed, and no others', () => {
    expect(diffText('The supplier delivers the machine.', 'The supplier leases the machine.')).toEqual([
      { kind: 'same', text: 'The supplier ' },
      { kind: 'deleted', text: 'delivers' },
      { kind: 'inserted', text: 'leases' },
      { kind: 'same', text: ' the machine.' },
    ]);
  });

  test('in Chinese differs by words, not by characters or whole sentences', () => {
    expect(diffText('设备制造商向客户提供维护服务。', '设备制造商向客户提供增值服务。')).toEqual([
      { kind: 'same', text: '设备制造商向客户提供' },
      { kind: 'deleted', text: '维护' },
      { kind: 'inserted', text: '增值' },
      { kind: 'same', text: '服务。' },
    ]);
  });

  test('that was only marked as the name of a role says so', () => {
    const named: RichText = [{ type: 'paragraph', content: [{ type: 'text', text: 'the ' }, { type: 'text', text: 'insurer', role: true }] }];
    const diff = diffRichText(paragraph('the insurer'), named);
    expect(diff).toEqual([
      { kind: 'same', text: 'the ', marks: {} },
      { kind: 'marked', text: 'insurer', from: {}, to: { role: true } },
      { kind: 'line', change: 'same', shape: [] },
    ]);
    expect(applyRichTextDiff(paragraph('the insurer'), diff)).toEqual(named);
  });

  test('that only became bold says so', () => {
    expect(diffRichText(paragraph('usage fees'), [{ type: 'paragraph', content: [{ type: 'text', text: 'usage ' }, { type: 'text', text: 'fees', bold: true }] }])).toEqual([
      { kind: 'same', text: 'usage ', marks: {} },
      { kind: 'marked', text: 'fees', from: {}, to: { bold: true } },
      { kind: 'line', change: 'same', shape: [] },
    ]);
  });

  test('with a paragraph put in between leaves the others alone', () => {
    const diff = diffRichText([...paragraph('One is here.'), ...paragraph('Two is here.')], [...paragraph('One is here.'), ...paragraph('Something new.'), ...paragraph('Two is here.')]);
    expect(diff?.map((part) => (part.kind === 'line' ? `¶${part.change}` : `${part.kind}:${'text' in part ? part.text : ''}`))).toEqual([
      'same:One is here.', '¶same', 'inserted:Something new.', '¶inserted', 'same:Two is here.', '¶same',
    ]);
  });
});

test('words together are the text, whatever it is', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => wordsOf(text).join('') === text), { numRuns: 1_000 });
  fc.assert(fc.property(fc.array(fc.constantFrom('价值', '网络', 'a', 'é', 'e\u0301', '\n', ' ', '\u00a0', '👩‍🔧', '.', 'ﬀ', '１', 'カ', 'ไทย', 'مشغل')), (parts) => wordsOf(parts.join('')).join('') === parts.join('')), { numRuns: 1_000 });
});

const paragraph = (text: string): RichText => [{ type: 'paragraph', content: text ? [{ type: 'text', text }] : [] }];

test('a text as long as one may be is compared where it begins and ends differently', () => {
  const long = 'a.'.repeat(bounds.characters / 2 - 10);
  const [was, is] = [`one.two.${long}two.one`, `two.one.${long}one.two`];
  const diff = diffText(was, is)!;
  expect(diff.some(({ kind, text }) => kind === 'same' && text.includes(long))).toBe(true);
  expect(applyTextDiff(was, diff)).toBe(is);
  expect(applyRichTextDiff(paragraph(was), diffRichText(paragraph(was), paragraph(is)))).toEqual(paragraph(is));
});

test('a text of as many paragraphs as one may have is compared', () => {
  const empty = Array.from({ length: bounds.characters - 20 }, () => paragraph('')).flat();
  const [was, is] = [[...paragraph('one'), ...empty, ...paragraph('end')], [...paragraph('two'), ...empty, ...paragraph('other'), ...paragraph('end')]];
  expect(JSON.stringify(applyRichTextDiff(was, diffRichText(was, is)))).toBe(JSON.stringify(is));
});

/** `a` with some of its parts taken from another scenario, some things left out, and some moved about. */
function mixed(a: Scenario, donor: Scenario, coin: () => boolean): Scenario {
  const shuffle = <T extends { id: string }>(own: readonly T[], foreign: readonly T[]): T[] => {
    const kept = own.filter(() => coin() || coin());
    const more = foreign.filter(({ id }) => coin() && !kept.some((thing) => thing.id === id));
    return coin() ? [...kept, ...more] : [...more, ...kept.toReversed()];
  };
  const pick = <T>(own: T, foreign: T): T => (coin() ? own : foreign);
  const enterprises = shuffle(a.enterprises, donor.enterprises).map((enterprise) => (coin() ? enterprise : { ...enterprise, name: { ...enterprise.name, de: 'Anlagenbauer' }, newInFuture: !enterprise.newInFuture, claim: pick(enterprise.claim, 'innovated'), claimReason: pick(enterprise.claimReason, 'New.') }));
  return {
    ...a,
    title: pick(a.title, donor.title),
    origin: pick(a.origin, donor.origin),
    roles: shuffle(a.roles, donor.roles).map((role) => (coin() ? role : { ...role, phases: { after: { enterprise: enterprises[0]?.id ?? null, box: [1, 2, 3, 4] } } })),
    relations: shuffle(a.relations, donor.relations).map((relation) => (coin() ? relation : { ...relation, source: relation.target, target: relation.source, kind: 'data' })),
    enterprises,
    notes: shuffle(a.notes, donor.notes),
    reasons: shuffle(a.reasons, donor.reasons).map((reason) => (coin() ? reason : { ...reason, label: { ...reason.label, zh: '新的伙伴' } })),
    assessment: Object.fromEntries(
      enterprises.map(({ id }) => {
        const own = (Object.hasOwn(a.assessment, id) && a.assessment[id]) || (Object.hasOwn(donor.assessment, id) && donor.assessment[id]);
        if (!own) throw new Error('an enterprise without cells');
        return [id, { ...own, who: { change: pick(own.who.change, 'significant' as const), rationale: pick(own.who.rationale, `${own.who.rationale} since`), before: pick(own.who.before, own.who.after), after: pick(own.who.after, 'usage fees'), reasons: pick(own.who.reasons, own.how.reasons), evidence: pick(own.who.evidence, own.how.evidence) } }];
      }),
    ),
    sections: { ...a.sections, description: pick(a.sections.description, donor.sections.description) },
  };
}

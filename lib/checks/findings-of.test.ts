import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byKey } from '@/lib/domain/by-key';
import { neverDeclaredRight, rightForNow } from '@/lib/domain/counterparts';
import { languages, type Language, type Localized } from '@/lib/domain/languages';
import type { RichText } from '@/lib/domain/rich-text';
import { relationContent } from '@/lib/domain/evidence';
import { dimensions, emptyCell, schemaVersion, sectionKeys, type Cell, type Claim, type Relation, type Role, type Scenario } from '@/lib/domain/scenario';
import { itemLabels } from '@/lib/domain/item-labels';
import { arbitraryScenario } from '@/tests/support/arbitrary-scenario';
import { checkNames, type CheckName, type Finding } from './finding';
import { findingsOf } from './findings-of';

const everywhere = (text: string): Localized => ({ en: text, de: `${text} (de)`, zh: `${text} (zh)` });
const written = (text: string): RichText => [{ type: 'paragraph', content: [{ type: 'text', text }] }];
const role = (id: string, standing: Role['phases']): Role => ({ id, label: everywhere(id), phases: standing });
const placed = { enterprise: 'maker', box: null };
/** `names` marked as names of roles, each followed by a full stop. */
const naming = (...names: string[]): RichText => [{ type: 'paragraph', content: names.flatMap((text) => [{ type: 'text', text, role: true }, { type: 'text', text: '. ' }]) }];
const judged: Cell = { ...emptyCell, change: 'none' };

const delivers: Relation = { id: 'delivers', label: everywhere('delivers'), kind: 'product', source: 'supplier', target: 'operator', phases: ['before', 'after'] };

/** A scenario in which nothing is to be found. */
const whole = ((): Scenario => {
  const sections = byKey(sectionKeys, (section) => byKey(languages, (language) => written(`${section} in ${language}`)));
  const leading = { leadingLanguage: 'en' as const, sections };
  return {
    schemaVersion,
    title: everywhere('Maintenance'),
    origin: 'DE',
    bestPractice: null,
    roles: [role('supplier', { before: placed, after: placed }), role('operator', { before: { enterprise: null, box: null }, after: { enterprise: null, box: null } })],
    relations: [delivers],
    enterprises: [{ id: 'maker', name: everywhere('Maker'), colour: 0, newInFuture: false, claim: 'not-innovated', claimReason: '' }],
    notes: [],
    reasons: [],
    assessment: { maker: byKey(dimensions, () => judged) },
    ...leading,
    rightFor: byKey(sectionKeys, (section) => byKey(languages, (language) => (language === 'en' ? null : rightForNow(leading, section)))),
  };
})();

const withRelation = (change: Partial<Relation>): Scenario => ({ ...whole, relations: [{ ...delivers, ...change }] });
const withRoles = (...roles: Role[]): Scenario => ({ ...whole, roles: [...whole.roles, ...roles] });
const withCells = (cells: Partial<Scenario['assessment'][string]>): Scenario => ({ ...whole, assessment: { maker: { ...whole.assessment.maker!, ...cells } } });
const withText = (language: Language, text: RichText): Scenario => ({ ...whole, sections: { ...whole.sections, description: { ...whole.sections.description, [language]: text } } });

const claiming = (claim: Claim | null, claimReason = ''): Scenario => ({ ...whole, enterprises: whole.enterprises.map((each) => ({ ...each, claim, claimReason })) });
const reasoned: Cell = { ...emptyCell, change: 'significant', rationale: 'a new partner', reasons: ['new-partner'], evidence: [{ kind: 'relation', id: 'delivers', rightFor: relationContent(delivers) }] };
const passage = { kind: 'text', section: 'description', language: 'en', quote: 'description', rightFor: 'description', says: 'description' } as const;
const innovated = withCells({ who: reasoned, how: reasoned });

type Case = readonly [what: string, check: CheckName, scenario: Scenario, found: readonly (Pick<Finding, 'item'> & Partial<Finding>)[]];

/** Each differs from the whole scenario in what its check looks at, and in nothing else. */
const cases: readonly Case[] = [
  ['a relation without a label', 'without-label', withRelation({ label: { en: '', de: ' ', zh: '' } }), [{ item: 'relation:delivers' }]],
  ['a role without a label', 'without-label', { ...whole, roles: whole.roles.map((each) => (each.id === 'operator' ? { ...each, label: { en: '', de: '', zh: '' } } : each)) }, [{ item: 'role:operator' }]],
  ['a scenario without a title', 'without-label', { ...whole, title: { en: '', de: '', zh: '' } }, [{ item: 'scenario' }]],
  ['a relation without a kind', 'relation-without-kind', withRelation({ kind: null }), [{ item: 'relation:delivers' }]],
  ['a role that nothing joins', 'isolated-role', withRoles(role('idle', { before: placed, after: placed })), [{ item: 'role:idle', phases: ['before', 'after'] }]],
  ['roles that only today has a relation for', 'isolated-role', withRelation({ phases: ['before'] }), [{ item: 'role:supplier', phases: ['after'] }, { item: 'role:operator', phases: ['after'] }]],
  ['a role in no phase', 'in-no-phase', withRoles(role('lost', {})), [{ item: 'role:lost' }]],
  ['a relation in no phase', 'in-no-phase', { ...whole, relations: [delivers, { ...delivers, id: 'lost', phases: [] }] }, [{ item: 'relation:lost' }]],
  ['an enterprise without a role', 'enterprise-without-role', { ...whole, roles: whole.roles.map((each) => ({ ...each, phases: byKey(['before', 'after'], () => ({ enterprise: null, box: null })) })) }, [{ item: 'enterprise:maker' }]],
  ['an enterprise that nobody has judged', 'enterprise-without-assessment', withCells(byKey(dimensions, () => ({ ...emptyCell, rationale: 'to be discussed' }))), [{ item: 'enterprise:maker' }]],
  ['an enterprise that has no cells', 'enterprise-without-assessment', { ...whole, assessment: {} }, [{ item: 'enterprise:maker' }]],
  ['a significant change without rationale', 'significant-without-rationale', withCells({ how: { ...reasoned, rationale: ' \n' } }), [{ item: 'cell:maker:how' }]],
  ['a significant change without a reason', 'significant-without-reason', withCells({ how: { ...reasoned, reasons: [] } }), [{ item: 'cell:maker:how' }]],
  ['a significant change without evidence', 'significant-without-evidence', withCells({ how: { ...reasoned, evidence: [] } }), [{ item: 'cell:maker:how' }]],
  ['a relation that says something else since it became evidence', 'evidence-to-recheck', { ...withCells({ how: reasoned }), relations: [{ ...delivers, kind: 'data' }] }, [{ item: 'cell:maker:how' }]],
  ['a passage that is gone', 'evidence-to-recheck', withCells({ who: { ...judged, evidence: [{ ...passage, says: null }] } }), [{ item: 'cell:maker:who' }]],
  ['a wording that claims too much', 'verdict-against-wording', claiming('innovated'), [{ item: 'enterprise:maker' }]],
  ['a wording that claims too little', 'verdict-against-wording', { ...claiming('not-innovated'), assessment: innovated.assessment }, [{ item: 'enterprise:maker' }]],
  ['a wording that takes a judged enterprise for none of the method’s', 'verdict-against-wording', claiming('not-applicable'), [{ item: 'enterprise:maker' }]],
  ['a text that is not written', 'text-empty', withText('zh', [{ type: 'paragraph', content: [] }]), [{ item: 'section:description:zh' }]],
  ['a leading text that has changed', 'text-out-of-date', withText('en', written('Otherwise.')), [{ item: 'section:description:de' }, { item: 'section:description:zh' }]],
  ['texts that nobody has confirmed', 'text-unconfirmed', { ...whole, rightFor: { ...whole.rightFor, description: neverDeclaredRight.description } }, [{ item: 'section:description:de' }, { item: 'section:description:zh' }]],
  ['words marked as the name of a role that is not there', 'role-not-in-network', withText('zh', naming('Insurer')), [{ item: 'section:description:zh', words: 'Insurer' }]],
  ['a name that is missing in two languages', 'label-missing', { ...whole, enterprises: [{ ...whole.enterprises[0]!, name: { en: '', de: 'Hersteller', zh: '' } }] }, [{ item: 'enterprise:maker', languages: ['en', 'zh'] }]],
];

describe('the checks', () => {
  it('find nothing in a scenario that is whole', () => {
    expect(findingsOf(whole)).toEqual([]);
  });

  it.each(cases)('find %s, and nothing else', (_what, check, scenario, found) => {
    expect(findingsOf(scenario)).toEqual(found.map((each) => ({ check, phases: [], languages: [], words: null, ...each })));
  });

  it.each([
    ['a passage says the same in other paragraphs', withCells({ who: { ...judged, evidence: [{ ...passage, rightFor: 'de\nscription' }] } })],
    ['the wording says nothing', claiming(null)],
    ['a reason is written', claiming('innovated', 'Two of the changes are still to be described.')],
    ['the table comes to say the same', { ...claiming('innovated'), assessment: innovated.assessment }],
    ['the table leaves the verdict open', { ...claiming('innovated'), assessment: withCells({ who: emptyCell, how: reasoned }).assessment }],
    ['nothing of the table applies either', { ...claiming('not-applicable'), assessment: withCells(byKey(dimensions, () => ({ ...emptyCell, change: 'not-applicable' }))).assessment }],
  ] as const)('find no verdict against the wording once %s', (_what, scenario) => {
    expect(findingsOf(scenario)).toEqual([]);
  });

  it.each([
    ['bears it in another language', { ...whole, roles: whole.roles.map((each) => ({ ...each, label: { ...each.label, de: 'Versicherer' } })) }, 'Versicherer'],
    ['bears it in other letters, composed otherwise', withRoles({ ...role('user', {}), label: everywhere('Opérateur  der Anlage') }), ' OPE\u0301RATEUR der\u00a0Anlage '],
  ] as const)('find no name of a role missing that a role %s', (_what, scenario, name) => {
    const named = { ...scenario, sections: { ...scenario.sections, description: { ...scenario.sections.description, zh: naming(name) } } };
    const missing = (each: Scenario): (string | null)[] => findingsOf(each).flatMap(({ check, words }) => (check === 'role-not-in-network' ? [words] : []));
    expect(missing(named)).toEqual([]);
    expect(missing({ ...named, roles: whole.roles.slice(0, 1).map((each) => ({ ...each, label: everywhere('somebody else') })) })).toEqual([name.trim()]);
  });

  it('find a missing role once in a text, each by itself, wherever it stands and however it is set', () => {
    const inPieces: RichText = [{ type: 'paragraph', content: [{ type: 'text', text: 'data ', role: true }, { type: 'text', text: 'broker', role: true, bold: true }, { type: 'break' }, { type: 'text', text: ' ', role: true }, { type: 'text', text: 'broker' }] }];
    const text: RichText = [...naming('Insurer', 'insurer', 'Supplier'), { type: 'bullet-list', items: [inPieces, naming('Data Broker')] }];
    expect(findingsOf({ ...withText('de', text) }).map(({ item, words }) => [item, words])).toEqual([['section:description:de', 'Insurer'], ['section:description:de', 'data broker']]);
    expect(findingsOf(withText('en', naming('Insurer'))).map(({ check }) => check)).toContain('role-not-in-network');
    expect(findingsOf(withText('de', written('Insurer')))).toEqual([]);
  });

  it('are each tried above', () => {
    expect(new Set(cases.map(([, check]) => check))).toEqual(new Set(checkNames));
  });

  it('let a relation of a role to itself join it to nobody', () => {
    const alone = { ...withRoles(role('idle', { after: placed })), relations: [delivers, { ...delivers, id: 'own', source: 'idle', target: 'idle', phases: ['after' as const] }] };
    expect(findingsOf(alone)).toEqual([{ check: 'isolated-role', item: 'role:idle', phases: ['after'], languages: [], words: null }]);
  });

  it('list what they find in one order, each place once per check, and only places that there are', () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        const found = findingsOf(scenario);
        expect(found.map(({ check }) => checkNames.indexOf(check))).toEqual(found.map(({ check }) => checkNames.indexOf(check)).sort((a, b) => a - b));
        expect(new Set(found.map(({ check, item, words }) => `${check} ${item} ${words}`)).size).toBe(found.length);
        for (const { item } of found) expect(itemLabels(scenario, item)).not.toBeNull();
        expect(findingsOf(structuredClone(scenario))).toEqual(found);
      }),
      { numRuns: 100 },
    );
  });
});

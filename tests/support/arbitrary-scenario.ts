import fc from 'fast-check';
import { byKey } from '@/lib/domain/by-key';
import { farthest } from '@/lib/domain/bounds';
import type { RightFor } from '@/lib/domain/counterparts';
import { languages, type Localized } from '@/lib/domain/languages';
import { evidenceName, inEvidenceOrder, passagesIn, relationContent, roleContent, type Evidence, type TextEvidence } from '@/lib/domain/evidence';
import { phases, type Phase } from '@/lib/domain/phases';
import { reasonIds } from '@/lib/domain/reasons';
import { canonicalRichText, paragraphsOf, plainText, type Block, type RichText } from '@/lib/domain/rich-text';
import {
  changes,
  claims,
  dimensions,
  relationKinds,
  schemaVersion,
  sectionKeys,
  type Box,
  type Role,
  type RolePlacement,
  type Scenario,
} from '@/lib/domain/scenario';
import { soundText } from '@/lib/domain/text';

/** Texts as people write and attackers craft them: three scripts, right to left, emoji, mark-up, control characters. */
const arbitraryText = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom('', ' ', '价值网络', 'Instandhaltungsdienstleister', 'مشغل الآلة', '👩‍🔧🏗️', '<script>alert(1)</script>', "'; drop table people; --", 'a\nb', 'e\u0301', '\u0007', ']]>&amp;'),
  )
  .map(soundText);

export const arbitraryLocalized: fc.Arbitrary<Localized> = fc.record({ en: arbitraryText, de: arbitraryText, zh: arbitraryText }, { noNullPrototype: true });

const arbitraryBox: fc.Arbitrary<Box | null> = fc.option(
  fc.tuple(fc.integer({ min: -farthest, max: farthest }), fc.integer({ min: -farthest, max: farthest }), fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 1, max: 5_000 })),
);

const run = fc
  .record(
    {
      type: fc.constant('text' as const),
      text: arbitraryText,
      bold: fc.constant(true as const),
      italic: fc.constant(true as const),
      role: fc.constant(true as const),
      link: fc.constantFrom('https://example.org/?a=1&b=2', 'mailto:li@example.org'),
    },
    { requiredKeys: ['type', 'text'] },
  );
const { block } = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ type: fc.constant('paragraph' as const), content: fc.array(fc.oneof(run, fc.constant({ type: 'break' as const })), { maxLength: 4 }) }),
    fc.record({ type: fc.constantFrom('bullet-list' as const, 'ordered-list' as const), items: fc.array(fc.array(tie('block'), { maxLength: 3 }), { maxLength: 3 }) }),
  ),
}));
/** Wording in any form, also forms that are not canonical. */
export const arbitraryWording: fc.Arbitrary<RichText> = fc.array(block, { maxLength: 5 });
export const arbitraryRichText: fc.Arbitrary<RichText> = arbitraryWording.map(canonicalRichText);

const arbitraryRightFor: fc.Arbitrary<RightFor> = fc.record({ language: fc.constantFrom(...languages), paragraphs: fc.array(arbitraryText, { maxLength: 4 }) }, { noNullPrototype: true });

const id = fc.string({ unit: fc.constantFrom(...'abcXYZ019_-'), minLength: 1, maxLength: 6 }).filter((value) => value !== '__proto__');
const reasonNames = fc.uniqueArray(id, { maxLength: 3 });
const ids = (maxLength: number): fc.Arbitrary<string[]> => fc.uniqueArray(fc.oneof(id, fc.constantFrom('constructor', 'toString')), { maxLength });

/** Any scenario in canonical form: what `projectScenario` may give and `importScenario` must take. */
export const arbitraryScenario: fc.Arbitrary<Scenario> = fc
  .record({ enterprises: ids(3), rolesAndNotes: ids(7), relations: ids(8) })
  .chain(({ enterprises, rolesAndNotes, relations }) => {
    const roleIds = rolesAndNotes.slice(0, 5);
    const placement: fc.Arbitrary<RolePlacement> = fc.record({ enterprise: fc.constantFrom(null, ...enterprises), box: arbitraryBox });
    const roles: fc.Arbitrary<Role[]> = fc.tuple(
      ...roleIds.map((roleId) =>
        fc.record({ id: fc.constant(roleId), label: arbitraryLocalized, phases: fc.record({ before: placement, after: placement }, { requiredKeys: [] }) }),
      ),
    );
    return roles.chain((standing) =>
      fc.record({
        schemaVersion: fc.constant(schemaVersion),
        title: arbitraryLocalized,
        origin: fc.constantFrom(null, 'DE', 'CN'),
        bestPractice: fc.constantFrom(null, 'Value-Based Service'),
        roles: fc.constant(standing),
        relations: standing.length
          ? fc.tuple(
              ...relations.map((relationId) =>
                fc
                  .record({
                    id: fc.constant(relationId),
                    label: arbitraryLocalized,
                    kind: fc.constantFrom(null, ...relationKinds),
                    source: fc.constantFrom(...standing),
                    target: fc.constantFrom(...standing),
                    wanted: fc.subarray([...phases]),
                  })
                  .map(({ source, target, wanted, ...relation }) => ({
                    ...relation,
                    source: source.id,
                    target: target.id,
                    phases: phases.filter((phase: Phase) => wanted.includes(phase) && source.phases[phase] && target.phases[phase]),
                  })),
              ),
            )
          : fc.constant([]),
        enterprises: fc.tuple(
          ...enterprises.map((enterpriseId) =>
            fc.record({ id: fc.constant(enterpriseId), name: arbitraryLocalized, colour: fc.nat({ max: 20 }), newInFuture: fc.boolean(), claim: fc.constantFrom(null, ...claims), claimReason: arbitraryText }),
          ),
        ),
        notes: fc.tuple(
          ...rolesAndNotes.slice(5).map((noteId) => fc.record({ id: fc.constant(noteId), text: arbitraryText, phase: fc.constantFrom(...phases), box: arbitraryBox })),
        ),
        assessment: recordOf(enterprises, recordOf(dimensions, fc.record({ change: fc.constantFrom(null, ...changes), rationale: arbitraryText, before: arbitraryText, after: arbitraryText, reasons: fc.constant([]), evidence: fc.constant([]) }))),
        reasons: reasonNames.chain((names) => fc.tuple(...names.map((reason) => fc.record({ id: fc.constant(reason), label: arbitraryLocalized })))),
        sections: recordOf(sectionKeys, recordOf(languages, arbitraryRichText)),
        leadingLanguage: fc.constantFrom(...languages),
        rightFor: recordOf(sectionKeys, recordOf(languages, fc.option(arbitraryRightFor))),
      }),
    );
  })
  .chain(linked);

/** The scenario with reasons and evidence in its cells: all that they can name in it, and what is gone. */
function linked(scenario: Scenario): fc.Arbitrary<Scenario> {
  const evidence = arbitraryEvidence(scenario);
  const links = fc.record({ reasons: fc.subarray([...reasonIds(scenario.reasons)], { maxLength: 4 }), evidence: fc.uniqueArray(evidence, { maxLength: 3, selector: evidenceName }).map(inEvidenceOrder) });
  return recordOf(
    Object.keys(scenario.assessment),
    recordOf(dimensions, links),
  ).map((links) => ({ ...scenario, assessment: Object.fromEntries(Object.entries(scenario.assessment).map(([enterprise, cells]) => [enterprise, byKey(dimensions, (dimension) => ({ ...cells[dimension], ...links[enterprise]![dimension] }))])) }));
}

function arbitraryEvidence({ roles, relations, sections }: Scenario): fc.Arbitrary<Evidence> {
  const roleSaid = fc.record({ label: arbitraryLocalized, phases: fc.record({ before: fc.option(id), after: fc.option(id) }, { requiredKeys: [], noNullPrototype: true }) }, { noNullPrototype: true });
  const relationSaid = fc.record({ label: arbitraryLocalized, kind: fc.constantFrom(null, ...relationKinds), source: id, target: id, phases: fc.subarray([...phases]) }, { noNullPrototype: true });
  const gone = id.map((some) => `gone-${some}`);
  const texts = sectionKeys.flatMap((section) => languages.flatMap((language) => paragraphsOf(sections[section][language]).map((words) => ({ section, language, words, text: plainText(sections[section][language]) }))));
  return fc.oneof(
    gone.chain((some) => roleSaid.map((rightFor) => ({ kind: 'role' as const, id: some, rightFor }))),
    gone.chain((some) => relationSaid.map((rightFor) => ({ kind: 'relation' as const, id: some, rightFor }))),
    ...(roles.length ? [fc.constantFrom(...roles).chain((role) => fc.oneof(fc.constantFrom(null, roleContent(role)), roleSaid).map((rightFor) => ({ kind: 'role' as const, id: role.id, rightFor })))] : []),
    ...(relations.length ? [fc.constantFrom(...relations).chain((relation) => fc.oneof(fc.constantFrom(null, relationContent(relation)), relationSaid).map((rightFor) => ({ kind: 'relation' as const, id: relation.id, rightFor })))] : []),
    ...(texts.length ? [fc.constantFrom(...texts).chain(({ section, language, words, text }) => arbitraryPassage(words, text).map((passage) => ({ kind: 'text' as const, section, language, ...passage })))] : []),
  );
}

/** A passage as it stands, as it was before somebody wrote something else in its place, gone, and of which nobody knows anything. */
function arbitraryPassage(words: string, text: string): fc.Arbitrary<Pick<TextEvidence, 'quote' | 'rightFor' | 'says'>> {
  const former = fc.constantFrom('what stood there', '从前的话').filter((said) => passagesIn(text)(said) === null);
  return fc.oneof(
    fc.constant({ quote: words, rightFor: words, says: words }),
    fc.record({ quote: fc.constantFrom(words, 'linked once'), rightFor: former, says: fc.constant(words) }),
    former.map((said) => ({ quote: said, rightFor: said, says: null })),
    fc.constant({ quote: words, rightFor: null, says: null }),
  );
}

function recordOf<K extends string, V>(keys: readonly K[], value: fc.Arbitrary<V>): fc.Arbitrary<Record<K, V>> {
  return fc.tuple(...keys.map(() => value)).map((values) => Object.fromEntries(keys.map((key, index) => [key, values[index]])) as Record<K, V>);
}

import { evidenceWords, reasonWords } from '@/app/scenarios/[id]/cell-words';
import { shortened } from '@/lib/diff/excerpt-diff';
import { evidenceState, evidenceToRecheck } from '@/lib/domain/evidence';
import { colonIn, textIn } from '@/lib/domain/languages';
import { phases } from '@/lib/domain/phases';
import { dimensions, type Cell, type Enterprise, type Scenario } from '@/lib/domain/scenario';
import { contradictsClaim, verdictOf } from '@/lib/domain/verdict';
import { plainText, type Caption, type PrintBlock, type PrintText } from '@/lib/print/print-document';
import type { ReportWords } from './report-words';

const nameOf = (enterprise: Enterprise, words: ReportWords): string => textIn(enterprise.name, words.language) || words.item('unnamed');

/** What stands in a cell: by a sign and a word, since paper may be grey. */
function changeText({ change, evidence }: Cell, scenario: Scenario, words: ReportWords): PrintText {
  const word = words.report(`changes.${change ?? 'open'}`);
  return [
    change === 'significant' ? { text: `● ${word}`, bold: true } : { text: word, soft: change !== 'none' },
    ...(evidenceToRecheck(scenario, evidence).length ? [{ text: '\n' }, { text: words.evidence('re-check'), badge: true }] : []),
  ];
}

/** Enterprise by enterprise how each dimension changes, and what follows. */
export function verdictTable(scenario: Scenario, caption: Caption, words: ReportWords): PrintBlock {
  const { enterprises, assessment } = scenario;
  return {
    kind: 'table',
    caption,
    widths: [5, 3.4, 3.4, 3.4, 3.4, 4.4],
    header: [words.assessment('enterprise'), ...dimensions.map((dimension) => words.assessment(`dimensions.${dimension}.name`)), words.assessment('verdict')],
    rows: enterprises.map((enterprise): PrintText[] => {
      const cells = assessment[enterprise.id]!;
      return [
        [{ text: nameOf(enterprise, words), bold: true }, ...(enterprise.newInFuture ? [{ text: `\n${words.figures('new-enterprise')}`, soft: true }] : [])],
        ...dimensions.map((dimension) => changeText(cells[dimension], scenario, words)),
        [{ text: words.assessment(`verdicts.${verdictOf(cells)}`), bold: verdictOf(cells) === 'innovated' }],
      ];
    }),
  };
}

/** Why the cells say what they say; null where there is nothing to be said. Every significant change is in it, also one without a word why. */
export function reasonsTable(scenario: Scenario, caption: () => Caption, words: ReportWords): Extract<PrintBlock, { kind: 'table' }> | null {
  const { enterprises, assessment } = scenario;
  const rows = enterprises.flatMap((enterprise) =>
    dimensions.flatMap((dimension): PrintText[][] => {
      const cell = assessment[enterprise.id]![dimension];
      const grounds = groundsOf(cell, scenario, words);
      if (grounds.length === 0 && cell.change !== 'significant') return [];
      const said = grounds.length ? grounds.flatMap((line, index) => (index ? [{ text: '\n' }, ...line] : line)) : [{ text: words.report('no-reason'), soft: true }];
      return [[plainText(nameOf(enterprise, words)), plainText(words.assessment(`dimensions.${dimension}.name`)), changeText(cell, scenario, words), said]];
    }),
  );
  if (rows.length === 0) return null;
  return { kind: 'table', caption: caption(), widths: [4, 3.6, 3.2, 10], header: [words.assessment('enterprise'), words.report('dimension'), words.report('change'), words.report('grounds')], rows };
}

/** The longest quotation: the passage itself stands in the wording. */
const longestQuote = 240;

/** What stands behind a cell, line by line: its rationale, the dimension today and in future, reasons, and evidence with what has to be looked at again. */
function groundsOf(cell: Cell, scenario: Scenario, words: ReportWords): PrintText[] {
  const { language, compare } = words;
  const named = (name: string, value: PrintText): PrintText => [{ text: `${name}${colonIn(language)}`, soft: true }, ...value];
  const wordsOfAuthors = (text: string): PrintText => [{ text: text.trim(), language: scenario.leadingLanguage }];
  return [
    ...(cell.rationale.trim() ? [wordsOfAuthors(cell.rationale)] : []),
    ...phases.filter((phase) => cell[phase].trim()).map((phase) => named(compare(`cell.state-${phase}`), wordsOfAuthors(cell[phase]))),
    ...(cell.reasons.length ? [named(compare('cell.reasons'), plainText(cell.reasons.map((id) => reasonWords(id, [scenario], language, words.reason)).join(words.t('list-separator'))))] : []),
    ...cell.evidence.map((each): PrintText => {
      const state = evidenceState(scenario, each);
      const mark: PrintText = state === 'holds' ? [] : [{ text: ' ' }, { text: words.evidence(state === 'gone' ? 'gone' : 're-check'), badge: true }];
      return [...named(compare('cell.evidence'), [{ text: shortened(evidenceWords(each, [scenario], language, words.item), longestQuote) }]), ...mark];
    }),
  ];
}

/** Where the wording says something else than follows from the table: an open point, or a reason. */
export function contradictions({ enterprises, assessment }: Scenario, words: ReportWords): PrintBlock[] {
  const items = enterprises
    .filter(({ id, claim }) => contradictsClaim(claim, assessment[id]!))
    .map((enterprise): PrintText => {
      const says = words.report('contradiction', { enterprise: nameOf(enterprise, words), claim: words.assessment(`claim.${enterprise.claim!}`), verdict: words.assessment(`verdicts.${verdictOf(assessment[enterprise.id]!)}`) });
      return [{ text: says }, { text: ` ${enterprise.claimReason.trim() || words.report('no-reason')}`, soft: !enterprise.claimReason.trim() }];
    });
  return items.length ? [{ kind: 'list', ordered: false, items }] : [];
}

import { textIn } from '@/lib/domain/languages';
import { dimensions, type Cell, type Enterprise, type Scenario } from '@/lib/domain/scenario';
import { contradictsClaim, verdictOf } from '@/lib/domain/verdict';
import { plainText, type PrintBlock, type PrintText } from '@/lib/print/print-document';
import type { Caption } from '@/lib/print/print-document';
import type { ReportWords } from './report-words';

const nameOf = (enterprise: Enterprise, words: ReportWords): string => textIn(enterprise.name, words.language) || words.item('unnamed');

/** What stands in a cell: by a sign and a word, since paper may be grey. */
function changeText({ change }: Cell, words: ReportWords): PrintText {
  const word = words.report(`changes.${change ?? 'open'}`);
  return change === 'significant' ? [{ text: `● ${word}`, bold: true }] : [{ text: word, soft: change !== 'none' }];
}

/** Enterprise by enterprise how each dimension changes, and what follows. */
export function verdictTable({ enterprises, assessment }: Scenario, caption: Caption, words: ReportWords): PrintBlock {
  return {
    kind: 'table',
    caption,
    widths: [5, 3.4, 3.4, 3.4, 3.4, 4.4],
    header: [words.assessment('enterprise'), ...dimensions.map((dimension) => words.assessment(`dimensions.${dimension}.name`)), words.assessment('verdict')],
    rows: enterprises.map((enterprise): PrintText[] => {
      const cells = assessment[enterprise.id]!;
      return [
        [{ text: nameOf(enterprise, words), bold: true }, ...(enterprise.newInFuture ? [{ text: `\n${words.figures('new-enterprise')}`, soft: true }] : [])],
        ...dimensions.map((dimension) => changeText(cells[dimension], words)),
        [{ text: words.assessment(`verdicts.${verdictOf(cells)}`), bold: verdictOf(cells) === 'innovated' }],
      ];
    }),
  };
}

/** Why the cells say what they say; null where nobody has written it down. */
export function reasonsTable({ enterprises, assessment, leadingLanguage }: Scenario, caption: () => Caption, words: ReportWords): PrintBlock | null {
  const rows = enterprises.flatMap((enterprise) =>
    dimensions
      .filter((dimension) => assessment[enterprise.id]![dimension].rationale.trim())
      .map((dimension): PrintText[] => [plainText(nameOf(enterprise, words)), plainText(words.assessment(`dimensions.${dimension}.name`)), changeText(assessment[enterprise.id]![dimension], words), [{ text: assessment[enterprise.id]![dimension].rationale, language: leadingLanguage }]]),
  );
  if (rows.length === 0) return null;
  return { kind: 'table', caption: caption(), widths: [4, 3.6, 3.2, 10], header: [words.assessment('enterprise'), words.report('dimension'), words.report('change'), words.assessment('rationale')], rows };
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

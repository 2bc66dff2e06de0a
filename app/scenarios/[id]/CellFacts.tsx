import { Fragment } from 'react';
import type { ItemMessages } from '@/app/scenarios/item-label';
import type { Language } from '@/lib/domain/languages';
import { phases } from '@/lib/domain/phases';
import type { Cell, Scenario } from '@/lib/domain/scenario';
import { evidenceName, type Evidence } from '@/lib/domain/evidence';
import { evidenceWords, reasonWords, type ReasonMessages } from './cell-words';

export interface CellFactsProps {
  readonly cell: Cell;
  readonly scenario: Scenario;
  readonly language: Language;
  /** Messages of `compare.cell`, `reasons` and `agreement.item` in that language. */
  readonly t: (key: string) => string;
  readonly reasons: ReasonMessages;
  readonly items: ItemMessages;
  /** What has to be said of a piece of evidence besides its name. */
  readonly noteOn?: (evidence: Evidence) => string | null;
  readonly className?: string;
}

/** What a cell says besides its change and rationale, to read: the dimension today and in future, reasons, evidence. */
export function CellFacts({ cell, scenario, language, t, reasons, items, noteOn, className = '' }: CellFactsProps) {
  const facts = [
    ...phases.map((phase) => [t(`state-${phase}`), cell[phase] ? [{ key: phase as string, words: cell[phase] }] : []] as const),
    [t('reasons'), cell.reasons.map((id) => ({ key: id, words: reasonWords(id, [scenario], language, reasons) }))] as const,
    [t('evidence'), cell.evidence.map((each) => ({ key: evidenceName(each), words: [evidenceWords(each, [scenario], language, items), noteOn?.(each)].filter(Boolean).join(' · ') }))] as const,
  ].filter(([, lines]) => lines.length > 0);
  if (facts.length === 0) return null;
  return (
    <dl className={`mt-1 text-sm ${className}`}>
      {facts.map(([name, lines]) => (
        <Fragment key={name}>
          <dt className="text-soft">{name}</dt>
          {lines.map(({ key, words }) => (
            <dd key={key} dir="auto" className="hyphens-auto whitespace-pre-wrap [overflow-wrap:anywhere]">
              {words}
            </dd>
          ))}
        </Fragment>
      ))}
    </dl>
  );
}

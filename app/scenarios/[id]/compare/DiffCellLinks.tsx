import { useTranslations } from 'next-intl';
import { Fragment, type ReactNode } from 'react';
import type { CellChange, ValueChange } from '@/lib/diff/scenario-diff';
import { evidenceName } from '@/lib/domain/evidence';
import type { Language } from '@/lib/domain/languages';
import { phases } from '@/lib/domain/phases';
import type { Cell, Scenario } from '@/lib/domain/scenario';
import { evidenceWords, reasonWords } from '../cell-words';
import { DiffText } from './DiffText';
import { Became } from './Marked';

export interface DiffCellLinksProps {
  readonly cell: Cell;
  readonly change: CellChange | undefined;
  readonly before: Scenario;
  readonly after: Scenario;
  readonly language: Language;
}

/** What a cell says besides its change and rationale: the dimension today and in future, reasons, evidence; with what differs. */
export function DiffCellLinks({ cell, change, before, after, language }: DiffCellLinksProps) {
  const t = useTranslations('compare.cell');
  const reasons = useTranslations('reasons');
  const items = useTranslations('agreement.item');
  const reasonIn = (scenario: Scenario) => (id: string) => reasonWords(id, [scenario], language, reasons as (key: string) => string);
  const facts: (readonly [name: string, value: ReactNode])[] = phases.flatMap((phase) => {
    const diff = change?.[phase];
    return diff || cell[phase] ? [[t(`state-${phase}`), diff ? <DiffText key={phase} diff={diff} /> : cell[phase]] as const] : [];
  });
  const renamed = new Set(change?.renamedReasons);
  if (cell.reasons.length > 0 || change?.reasons)
    facts.push([
      t('reasons'),
      listed(change?.reasons ?? same(cell.reasons), (id) => id, reasonIn(before), reasonIn(after), renamed),
    ]);
  if (cell.evidence.length > 0 || change?.evidence)
    facts.push([t('evidence'), listed(change?.evidence ?? same(cell.evidence), evidenceName, (each) => evidenceWords(each, [before], language, items), (each) => evidenceWords(each, [after], language, items))]);
  if (facts.length === 0) return null;
  return (
    <dl className="mt-1 text-sm">
      {facts.map(([name, value]) => (
        <Fragment key={name}>
          <dt className="text-soft">{name}</dt>
          <dd dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
            {value}
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}

const same = <T,>(value: readonly T[]): ValueChange<readonly T[]> => ({ from: value, to: value });

/** A line for each that is named in either version. */
function listed<T>({ from, to }: ValueChange<readonly T[]>, idOf: (each: T) => string, wordsThen: (each: T) => string, wordsNow: (each: T) => string, renamed: ReadonlySet<string> = new Set()): ReactNode {
  const [then, now] = [from, to].map((all) => new Map(all.map((each) => [idOf(each), each])));
  return [...new Set([...then!.keys(), ...now!.keys()])].map((id) => {
    const [was, is] = [then!.get(id), now!.get(id)];
    const isSame = was !== undefined && is !== undefined && !renamed.has(id);
    return (
      <span key={id} className="block">
        {isSame ? wordsNow(is) : <Became from={was === undefined ? null : wordsThen(was)} to={is === undefined ? null : wordsNow(is)} />}
      </span>
    );
  });
}

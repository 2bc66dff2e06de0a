'use client';
import { useTranslations } from 'next-intl';
import { practicesOf } from '@/lib/figures/overview-figure';
import type { Delegation } from '@/lib/domain/delegations';
import type { OverviewScenario } from './overview';
import { OverviewRow, type RowDeeds } from './OverviewRow';

export interface OverviewTableProps {
  /** All that the collection holds: what is shown keeps its number and its columns. */
  readonly scenarios: readonly OverviewScenario[];
  readonly isShown: (scenario: OverviewScenario) => boolean;
  readonly delegations: readonly Delegation[];
  readonly deedsOf: (scenario: OverviewScenario, index: number) => RowDeeds;
}

const head = 'border-b border-edge py-1.5 pr-3 align-bottom font-medium';
/** With more practices than this, their names stand upright above narrow columns: in a line they would be broken inside words. */
const mostInALine = 3;
const upright = 'inline-block max-h-52 rotate-180 text-left leading-tight [text-orientation:sideways] [writing-mode:vertical-rl]';

/** Scenario by best practice, with where each comes from and how far it has come; where there is no room for columns, a card for each. */
export function OverviewTable({ scenarios, isShown, delegations, deedsOf }: OverviewTableProps) {
  const t = useTranslations('collections');
  const practices = practicesOf(scenarios);
  return (
    <div className="lg:overflow-x-auto print:overflow-visible" role="region" aria-label={t('overview')} tabIndex={0}>
      <table className="w-full border-collapse text-left align-top max-lg:block">
        <thead className="text-sm text-soft max-lg:sr-only">
          <tr>
            <th scope="col" className={`${head} whitespace-nowrap`}>{t('columns.number')}</th>
            <th scope="col" className={`${head} min-w-52`}>{t('columns.scenario')}</th>
            <th scope="col" className={`${head} min-w-28`}>{t('columns.origin')}</th>
            {practices.map((practice) => (
              <th key={practice} scope="col" className={`${head} text-center [overflow-wrap:anywhere] ${practices.length > mostInALine ? '' : 'max-w-40 min-w-24 hyphens-auto'}`}>
                {practices.length > mostInALine ? <span className={upright}>{practice}</span> : practice}
              </th>
            ))}
            <th scope="col" className={`${head} min-w-20`}>{t('columns.state')}</th>
            <th scope="col" className={`${head} min-w-52 xl:min-w-68`}>{t('columns.models')}</th>
            <th scope="col" className={`${head} min-w-40 xl:min-w-52`}>{t('columns.open')}</th>
            <th scope="col" className={`${head} print:hidden`}>
              <span className="sr-only">{t('columns.more')}</span>
            </th>
          </tr>
        </thead>
        <tbody className="max-lg:block">
          {scenarios.map((scenario, index) => isShown(scenario) && <OverviewRow key={scenario.id} scenario={scenario} number={index + 1} practices={practices} delegations={delegations} deeds={deedsOf(scenario, index)} />)}
        </tbody>
      </table>
    </div>
  );
}

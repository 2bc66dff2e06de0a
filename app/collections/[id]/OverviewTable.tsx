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

/** Scenario by best practice, with where each comes from and how far it has come; where there is no room for columns, a card for each. */
export function OverviewTable({ scenarios, isShown, delegations, deedsOf }: OverviewTableProps) {
  const t = useTranslations('collections');
  const practices = practicesOf(scenarios);
  return (
    <div className="lg:overflow-x-auto print:overflow-visible" role="region" aria-label={t('overview')} tabIndex={0}>
      <table className="w-full border-collapse text-left align-top max-lg:block">
        <thead className="text-sm text-soft max-lg:sr-only">
          <tr>
            <th scope="col" className={head}>{t('columns.number')}</th>
            <th scope="col" className={`${head} min-w-44`}>{t('columns.scenario')}</th>
            <th scope="col" className={head}>{t('columns.origin')}</th>
            {practices.map((practice) => (
              <th key={practice} scope="col" className={`${head} max-w-32 min-w-16 text-center hyphens-auto [overflow-wrap:anywhere]`}>
                {practice}
              </th>
            ))}
            <th scope="col" className={head}>{t('columns.state')}</th>
            <th scope="col" className={`${head} min-w-40`}>{t('columns.models')}</th>
            <th scope="col" className={head}>{t('columns.open')}</th>
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

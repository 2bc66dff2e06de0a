'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/app/components/Button';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { originName } from '@/app/scenarios/origin-name';
import type { Delegation } from '@/lib/domain/delegations';
import { dimensions } from '@/lib/domain/scenario';
import type { OverviewScenario } from './overview';
import { isFiltering, reasonsIn, verdicts, type OverviewFilter } from './overview-filter';
import { useReasonWords } from './use-reason-words';

export interface OverviewFiltersProps {
  readonly scenarios: readonly OverviewScenario[];
  readonly delegations: readonly Delegation[];
  readonly filter: OverviewFilter;
  /** How many it leaves. */
  readonly shown: number;
  readonly onChange: (filter: OverviewFilter) => void;
}

const everything: OverviewFilter = { origin: null, dimension: null, reason: null, verdict: null };

/** What is asked of the scenarios that are shown. */
export function OverviewFilters({ scenarios, delegations, filter, shown, onChange }: OverviewFiltersProps) {
  const t = useTranslations('collections');
  const ui = useTranslations('ui');
  const assessment = useTranslations('assessment');
  const reasonWords = useReasonWords();
  const { language } = useInterfaceLanguage();
  const reasons = reasonsIn(scenarios);
  const origins = [...new Set([...scenarios.flatMap(({ origin }) => origin ?? []), ...(filter.origin ? [filter.origin] : [])])].sort();
  return (
    <div role="group" aria-label={t('filters.label')} className="mb-3 flex flex-wrap items-end gap-x-3 gap-y-2 print:hidden">
      <Choice label={t('filters.origin')} value={filter.origin} onChange={(value) => onChange({ ...filter, origin: value })}>
        {origins.map((origin) => (
          <option key={origin} value={origin}>
            {originName(ui, origin, delegations, language)}
          </option>
        ))}
      </Choice>
      <Choice label={t('filters.dimension')} value={filter.dimension} onChange={(value) => onChange({ ...filter, dimension: dimensions.find((each) => each === value) ?? null })}>
        {dimensions.map((dimension) => (
          <option key={dimension} value={dimension}>
            {assessment(`dimensions.${dimension}.name`)}
          </option>
        ))}
      </Choice>
      {(reasons.length > 0 || filter.reason !== null) && (
        <Choice label={t('filters.reason')} value={filter.reason} onChange={(value) => onChange({ ...filter, reason: value })}>
          {reasons.map((reason) => (
            <option key={reason.id} value={reason.id}>
              {reasonWords(reason)}
            </option>
          ))}
        </Choice>
      )}
      <Choice label={t('filters.verdict')} value={filter.verdict} onChange={(value) => onChange({ ...filter, verdict: verdicts.find((each) => each === value) ?? null })}>
        {verdicts.map((verdict) => (
          <option key={verdict} value={verdict}>
            {assessment(`verdicts.${verdict}`)}
          </option>
        ))}
      </Choice>
      {isFiltering(filter) && <Button onClick={() => onChange(everything)}>{t('filters.reset')}</Button>}
      <span role="status" className="py-1 text-sm text-soft">
        {isFiltering(filter) ? t('filters.shown', { shown, count: scenarios.length }) : t('count', { count: scenarios.length })}
      </span>
    </div>
  );
}

function Choice({ label, value, onChange, children }: { readonly label: string; readonly value: string | null; readonly onChange: (value: string | null) => void; readonly children: ReactNode }) {
  const t = useTranslations('collections');
  return (
    <label className="flex min-w-0 flex-col text-sm">
      <span className="text-soft">{label}</span>
      <select className="field min-h-8 !w-auto max-w-full" value={value ?? ''} onChange={(event) => onChange(event.target.value || null)}>
        <option value="">{t('filters.any')}</option>
        {children}
      </select>
    </label>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import { ToggleGroup } from 'radix-ui';
import { useRef, useState } from 'react';
import { openReasons } from '@/lib/domain/open-items';
import { failureOf, type Failure } from '../panel/agreement-api';
import { useAgreement } from '../panel/AgreementProvider';
import { FailureNote } from '../panel/FailureNote';
import type { Board } from './board';
import { passes, scopes, statuses, type Filter } from './filter-items';
import { usePositions } from './PositionsProvider';

/** Which items are shown; for speakers also what a bulk action is about. */
export function FilterBar({ board, filter, onFilter }: { readonly board: Board; readonly filter: Filter; readonly onFilter: (change: Partial<Filter>) => void }) {
  const t = useTranslations('positions');
  const sections = useTranslations('wording.sections');
  const { api } = usePositions();
  const versions = useAgreement().versions.value?.snapshots ?? [];
  /** The version whose items are being fetched. */
  const [asking, setAsking] = useState<number | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const asked = useRef<number | null>(null);
  const offered = statuses.filter((status) => status !== 'mine' || board.speakFor !== null);
  const version = asking ?? filter.since?.version ?? null;

  const compareWith = async (number: number | null): Promise<void> => {
    asked.current = number;
    setFailure(null);
    setAsking(number);
    if (number === null) return onFilter({ since: null });
    try {
      const items = await api.itemsOfVersion(number);
      if (asked.current === number) onFilter({ since: { version: number, hashes: new Map(items.map(({ name, hash }) => [name, hash])) } });
    } catch (error) {
      if (asked.current === number) setFailure(failureOf(error));
    } finally {
      if (asked.current === number) setAsking(null);
    }
  };

  return (
    <div className="flex flex-col gap-2">
      <ToggleGroup.Root
        type="single"
        value={filter.status}
        aria-label={t('filter.status')}
        onValueChange={(value) => onFilter({ status: statuses.find((status) => status === value) ?? filter.status })}
        className="flex flex-wrap self-start rounded border border-edge"
      >
        {offered.map((status) => (
          <ToggleGroup.Item key={status} value={status} className="min-h-6 px-2 py-0.5 pointer-coarse:min-h-9 text-sm text-soft hover:bg-hover data-[state=on]:bg-accent-soft data-[state=on]:text-accent">
            {t(`filter.${status}`, { count: board.items.filter((item) => passes(item, { ...filter, status }, board.speakFor)).length })}
          </ToggleGroup.Item>
        ))}
      </ToggleGroup.Root>
      <div className="flex flex-wrap gap-2">
        <Choice label={t('filter.scope')} value={filter.scope} options={scopes.map((scope) => [scope, isPart(scope) ? t(`scopes.${scope}`) : t('scopes.section', { section: sections(scope) })])} onChange={(scope) => onFilter({ scope: scopes.find((each) => each === scope) ?? 'everything' })} />
        <Choice
          label={t('filter.reason')}
          value={filter.reason ?? ''}
          options={[['', t('reasons.any')], ...openReasons.map((reason): [string, string] => [reason, t(`reasons.${reason}`)])]}
          onChange={(value) => onFilter({ reason: openReasons.find((reason) => reason === value) ?? null })}
        />
        {versions.length > 0 && (
          <Choice
            label={t('filter.since')}
            value={version === null ? '' : String(version)}
            options={[['', t('filter.changed-or-not')], ...versions.map(({ number }): [string, string] => [String(number), t('filter.unchanged-since', { number })])]}
            busy={asking !== null}
            onChange={(value) => void compareWith(value === '' ? null : Number(value))}
          />
        )}
      </div>
      {failure && <FailureNote failure={failure} />}
    </div>
  );
}

const isPart = (scope: Filter['scope']): scope is 'everything' | 'network' | 'assessment' | 'wording' => ['everything', 'network', 'assessment', 'wording'].includes(scope);

function Choice({ label, value, options, busy = false, onChange }: { readonly label: string; readonly value: string; readonly busy?: boolean; readonly options: readonly (readonly [value: string, label: string])[]; readonly onChange: (value: string) => void }) {
  return (
    <select aria-label={label} aria-busy={busy} value={value} onChange={(event) => onChange(event.target.value)} className="min-h-6 min-w-0 max-w-full max-sm:flex-1 max-sm:basis-[calc(50%-0.25rem)] pointer-coarse:min-h-9 rounded border border-edge bg-paper px-1 py-0.5 text-sm">
      {options.map(([each, words]) => (
        <option key={each} value={each}>
          {words}
        </option>
      ))}
    </select>
  );
}

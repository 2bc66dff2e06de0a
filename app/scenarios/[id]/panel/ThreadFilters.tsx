'use client';
import { ListFilter } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ToggleGroup } from 'radix-ui';
import { useState, type ReactNode } from 'react';
import { Button } from '@/app/components/Button';
import { threadKinds } from '@/lib/domain/comments';
import type { NamedPerson } from '@/lib/domain/named-person';
import { sectionKeys } from '@/lib/domain/scenario';
import { filtersOn, noFilter, threadPlaces, threadScopes, threadStates, type ThreadFilter, type ThreadState } from './filter-threads';

export interface ThreadFiltersProps {
  readonly filter: ThreadFilter;
  readonly onFilter: (filter: ThreadFilter) => void;
  /** How many threads each state has. */
  readonly counts: Readonly<Record<ThreadState, number>>;
  readonly people: readonly NamedPerson[];
}

/** Which threads are shown: their state at once, everything else behind one button. */
export function ThreadFilters({ filter, onFilter, counts, people }: ThreadFiltersProps) {
  const t = useTranslations('comments.filter');
  const kinds = useTranslations('comments.kind');
  const words = useTranslations('agreement');
  const [open, setOpen] = useState(false);
  const on = filtersOn(filter);
  const placeName = (place: (typeof threadPlaces)[number]): string => (sectionKeys.some((key) => key === place) ? words(`item.sections.${place}`) : t(place));
  const pick = <K extends keyof ThreadFilter>(key: K, values: readonly NonNullable<ThreadFilter[K]>[]) => (value: string): void =>
    onFilter({ ...filter, [key]: values.find((candidate) => candidate === value) ?? noFilter[key] });
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <ToggleGroup.Root
          type="single"
          value={filter.state}
          aria-label={words('filter.label')}
          onValueChange={(value) => value && pick('state', threadStates)(value)}
          className="flex rounded border border-edge"
        >
          {threadStates.map((value) => (
            <ToggleGroup.Item key={value} value={value} className="px-2 py-0.5 text-sm text-soft hover:bg-hover data-[state=on]:bg-accent-soft data-[state=on]:text-accent">
              {words(`filter.${value}`, { count: counts[value] })}
            </ToggleGroup.Item>
          ))}
        </ToggleGroup.Root>
        <Button look="quiet" size="small" aria-expanded={open} aria-pressed={on > 0} onClick={() => setOpen(!open)} className="ml-auto">
          <ListFilter size={14} aria-hidden />
          {on ? t('more-on', { count: on }) : t('more')}
        </Button>
      </div>
      {open && (
        <div className="grid grid-cols-1 gap-2 rounded bg-sunken p-2 text-sm sm:grid-cols-2">
          <Choice label={t('whose')} value={filter.scope} onChange={pick('scope', threadScopes)}>
            {threadScopes.map((scope) => (
              <option key={scope} value={scope}>
                {t(scope)}
              </option>
            ))}
          </Choice>
          <Choice label={t('kind')} value={filter.kind ?? ''} onChange={pick('kind', threadKinds)}>
            <option value="">{t('any-kind')}</option>
            {threadKinds.map((kind) => (
              <option key={kind} value={kind}>
                {kinds(kind)}
              </option>
            ))}
          </Choice>
          <Choice label={t('where')} value={filter.place ?? ''} onChange={pick('place', threadPlaces)}>
            <option value="">{t('anywhere')}</option>
            {threadPlaces.map((place) => (
              <option key={place} value={place}>
                {placeName(place)}
              </option>
            ))}
          </Choice>
          <Choice
            label={t('person')}
            value={filter.person ?? ''}
            onChange={pick(
              'person',
              people.map(({ id }) => id),
            )}
          >
            <option value="">{t('anybody')}</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Choice>
          {on > 0 && (
            <Button size="small" look="quiet" className="justify-self-start" onClick={() => onFilter({ ...noFilter, state: filter.state })}>
              {t('clear')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

/** A choice with its name over it; the browser's own, since every screen reader and every phone knows it. */
export function Choice({ label, value, onChange, children }: { readonly label: string; readonly value: string; readonly onChange: (value: string) => void; readonly children: ReactNode }) {
  return (
    <label className="flex min-w-0 flex-col">
      <span className="text-soft">{label}</span>
      <select className="field" value={value} onChange={(event) => onChange(event.target.value)}>
        {children}
      </select>
    </label>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import type { ActionError, ActionResult } from '@/app/action-result';
import { DelegationBadge } from '@/app/components/DelegationBadge';
import { Dialog } from '@/app/components/Dialog';
import { useErrorWords } from '@/app/components/use-error-words';
import { rights, type HeldRights, type Right } from '@/lib/domain/delegations';
import type { NamedPerson } from '@/lib/domain/named-person';
import { listRights, setRight } from '../actions';

export interface ShareDialogProps {
  readonly scenarioId: string;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** People × right, for facilitators. A change holds at once; open pages follow within seconds. */
export function ShareDialog({ scenarioId, open, onOpenChange }: ShareDialogProps) {
  const t = useTranslations('scenarios.share');
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('title')} description={t('hint')}>
      {open && <SharedPeople of={scenarioId} words="scenarios.share" list={listRights} set={setScenarioRight} onOut={() => onOpenChange(false)} />}
    </Dialog>
  );
}

const setScenarioRight = (scenario: string, person: string, right: Right | null): Promise<ActionResult<HeldRights | null>> => setRight({ scenario, person, right });

export interface SharedPeopleProps {
  /** The id of what is shared. */
  readonly of: string;
  /** What the rights in it are called for. */
  readonly words: 'scenarios.share' | 'collections.share';
  readonly list: (of: string) => Promise<ActionResult<HeldRights>>;
  /** Answers who may do what now; null: one took oneself out. */
  readonly set: (of: string, person: string, right: Right | null) => Promise<ActionResult<HeldRights | null>>;
  readonly onOut: () => void;
}

/** Who holds which right, and who could. */
export function SharedPeople({ of, words: namespace, list: fetchRights, set: writeRight, onOut }: SharedPeopleProps) {
  const t = useTranslations('scenarios.share');
  const own = useTranslations(namespace);
  const words = useErrorWords();
  const [list, setList] = useState<HeldRights | null>(null);
  const [error, setError] = useState<ActionError | null>(null);
  const [query, setQuery] = useState('');
  const [busy, setBusy] = useState<string | null>(null);

  const take = useCallback(
    (result: ActionResult<HeldRights | null>) => {
      if (!result.ok) setError(result.error);
      else if (result.value) setList(result.value);
      else onOut();
    },
    [onOut],
  );
  useEffect(() => {
    let left = false;
    void fetchRights(of)
      .catch(() => ({ ok: false, error: { code: 'unavailable', details: {} } }) as const)
      .then((result) => !left && take(result));
    return () => {
      left = true;
    };
  }, [of, fetchRights, take]);

  const change = async (person: string, right: Right | null): Promise<void> => {
    setBusy(person);
    setError(null);
    take(await writeRight(of, person, right).catch(() => ({ ok: false, error: { code: 'unavailable', details: {} } }) as const));
    setBusy(null);
  };

  const matches = ({ name, delegation }: NamedPerson): boolean => `${name} ${delegation ?? ''}`.toLocaleLowerCase().includes(query.trim().toLocaleLowerCase());
  const row = (person: NamedPerson, right: Right | null) => (
    <li key={person.id} className="flex items-center gap-2 py-1">
      <span className="min-w-0 flex-1 break-words">{person.name}</span>
      <DelegationBadge code={person.delegation} observers />
      <select
        aria-label={t('right-of', { name: person.name })}
        className="field !w-auto"
        value={right ?? ''}
        disabled={busy === person.id}
        onChange={(event) => void change(person.id, rights.find((candidate) => candidate === event.target.value) ?? null)}
      >
        <option value="">{t('no-right')}</option>
        {rights.map((candidate) => (
          <option key={candidate} value={candidate}>
            {t(`right.${candidate}`)}
          </option>
        ))}
      </select>
    </li>
  );
  return (
    <>
      <input type="search" className="field mb-2" aria-label={t('search')} placeholder={t('search')} value={query} onChange={(event) => setQuery(event.target.value)} />
      <p role="alert" className={error ? 'mb-2 rounded border border-danger bg-danger-soft px-3 py-2 text-danger' : 'sr-only'}>
        {error && words(error)}
      </p>
      {!list && !error && <p className="text-soft">{t('loading')}</p>}
      {list && (
        <>
          <h3 className="text-sm font-semibold text-soft">{own('held')}</h3>
          <ul className="mb-3 divide-y">{list.held.filter(matches).map((person) => row(person, person.right))}</ul>
          {list.others.length > 0 && <h3 className="text-sm font-semibold text-soft">{t('others')}</h3>}
          <ul className="divide-y">{list.others.filter(matches).map((person) => row(person, null))}</ul>
          {![...list.held, ...list.others].some(matches) && <p className="text-soft">{t('none-found')}</p>}
        </>
      )}
      <dl className="mt-4 grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 border-t pt-2 text-sm text-soft">
        {rights.map((right) => (
          <div key={right} className="contents">
            <dt className="font-medium">{t(`right.${right}`)}</dt>
            <dd>{own(`explain.${right}`)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

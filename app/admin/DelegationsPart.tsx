'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useRef, useState, useTransition, type FormEvent } from 'react';
import type { Delegation } from '@/lib/domain/delegations';
import { languages, textIn, type Language } from '@/lib/domain/languages';
import type { ListedPerson } from '@/lib/people/list-people';
import type { ActionError } from '../action-result';
import { Button } from '../components/Button';
import { DelegationBadge } from '../components/DelegationBadge';
import { langOf } from '../components/lang-of';
import { useErrorWords } from '../components/use-error-words';
import { addDelegation } from './actions';

interface DelegationsPartProps {
  readonly people: readonly ListedPerson[];
  readonly delegations: readonly Delegation[];
}

/** The sides that have to agree: who heads them, how many take part, and how to add one. */
export function DelegationsPart({ people, delegations }: DelegationsPartProps) {
  const t = useTranslations('people');
  const language = useLocale() as Language;
  return (
    <section aria-labelledby="delegations-heading">
      <h2 id="delegations-heading" className="mb-2 text-lg font-semibold">
        {t('delegations')}
      </h2>
      <ul className="max-w-3xl border-t">
        {delegations.map((delegation) => {
          const members = people.filter((person) => person.delegationId === delegation.id && person.state !== 'disabled');
          const head = members.find((person) => person.isHead);
          const speakers = members.filter((person) => person.isSpeaker);
          return (
            <li key={delegation.id} className="border-b px-2 py-2">
              <p className="flex flex-wrap items-baseline gap-x-2">
                <DelegationBadge code={delegation.code} />
                <span className="font-medium">{textIn(delegation.name, language)}</span>
                {languages
                  .filter((other) => other !== language && delegation.name[other] !== textIn(delegation.name, language))
                  .map((other) => (
                    <span key={other} lang={langOf(other)} className="text-soft">
                      {delegation.name[other]}
                    </span>
                  ))}
                <span className="ml-auto text-soft">{t('count', { count: members.length })}</span>
              </p>
              <p className="text-sm text-soft">
                {head ? t('headed-by', { name: head.name }) : t('no-head')}{' '}
                {speakers.length > 0 ? t('spoken-for-by', { names: speakers.map((person) => person.name).join(t('separator')) }) : t('no-speaker')}
              </p>
            </li>
          );
        })}
      </ul>
      <AddDelegation />
    </section>
  );
}

function AddDelegation() {
  const t = useTranslations('people');
  const names = useTranslations('common.languages');
  const words = useErrorWords();
  const form = useRef<HTMLFormElement>(null);
  const [isBusy, start] = useTransition();
  const [failure, setFailure] = useState<ActionError | null>(null);

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const entered = (field: string): string => String(data.get(field) ?? '');
    setFailure(null);
    start(async () => {
      const result = await addDelegation({ code: entered('code'), name: { en: entered('en'), de: entered('de'), zh: entered('zh') } }).catch(() => null);
      if (result?.ok) form.current?.reset();
      else start(() => setFailure(result ? result.error : { code: 'unavailable', details: {} }));
    });
  }

  return (
    <form ref={form} onSubmit={onSubmit} aria-label={t('add-delegation')} className="mt-4 flex max-w-3xl flex-col gap-2">
      <h3 className="font-medium">{t('add-delegation')}</h3>
      {failure && (
        <p role="alert" className="rounded border border-danger bg-danger-soft px-3 py-2 text-danger">
          {failure.code === 'bad-request' ? t('code-hint') : words(failure)}
        </p>
      )}
      <div className="flex flex-wrap items-end gap-3">
        <label className="flex flex-col gap-1">
          <span className="text-soft">{t('code')}</span>
          <input name="code" required minLength={2} maxLength={4} pattern="[A-Za-z]{2,4}" title={t('code-hint')} autoComplete="off" className="field !w-20 uppercase" />
        </label>
        {languages.map((language) => (
          <label key={language} className="flex min-w-36 flex-1 flex-col gap-1">
            <span className="text-soft">{t('name-in', { language: names(language) })}</span>
            <input name={language} lang={langOf(language)} required maxLength={120} autoComplete="off" className="field" />
          </label>
        ))}
        <Button type="submit" disabled={isBusy}>
          {t('add')}
        </Button>
      </div>
    </form>
  );
}

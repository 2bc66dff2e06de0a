'use client';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import type { ActionError } from '@/app/action-result';
import { Button } from '@/app/components/Button';
import { Dialog } from '@/app/components/Dialog';
import { langOf } from '@/app/components/lang-of';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { useErrorWords } from '@/app/components/use-error-words';
import { longestLabel } from '@/lib/domain/bounds';
import type { Delegation } from '@/lib/domain/delegations';
import { languages, textIn, type Language } from '@/lib/domain/languages';
import type { ListedScenario } from '@/lib/scenarios/list-scenarios';
import { createFromTemplate, createScenario } from '../actions';
import { originName } from '../origin-name';

export interface CreateScenarioProps {
  readonly delegations: readonly Delegation[];
  /** With which it can begin. */
  readonly scenarios: readonly ListedScenario[];
  /** Id of the one that is chosen at first; null: it begins with the method's skeleton. */
  readonly template: string | null;
  readonly onClose: () => void;
}

/** Begins a scenario from the method's skeleton, or as another one stands now, and leads to it. */
export function CreateScenario({ delegations, scenarios, template: askedFor, onClose }: CreateScenarioProps) {
  const t = useTranslations('scenarios.create');
  const names = useTranslations('common.languages');
  const ui = useTranslations('ui');
  const words = useErrorWords();
  const router = useRouter();
  const { language: reading } = useInterfaceLanguage();
  const untitled = useTranslations('scenarios')('untitled');
  const [title, setTitle] = useState('');
  const [language, setLanguage] = useState<Language>(reading);
  const [origin, setOrigin] = useState('');
  const [template, setTemplate] = useState(scenarios.find(({ id }) => id === askedFor)?.id ?? '');
  const [withContent, setWithContent] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ActionError | null>(null);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    const create = template ? createFromTemplate({ title, language, template, withContent }) : createScenario({ title, language, origin: origin || null });
    const result = await create.catch(() => ({ ok: false, error: { code: 'unavailable', details: {} } }) as const);
    if (result.ok) return router.push(`/scenarios/${result.value}`);
    setError(result.error);
    setBusy(false);
  };

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('title')} description={template ? undefined : t('hint')}>
      <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
        {error && (
          <p role="alert" className="rounded border border-danger bg-danger-soft px-3 py-2 text-danger">
            {words(error)}
          </p>
        )}
        <label className="flex flex-col gap-1">
          <span className="font-medium">{t('name')}</span>
          <input className="field min-h-8" lang={langOf(language)} required maxLength={longestLabel} autoFocus value={title} onChange={(event) => setTitle(event.target.value)} />
        </label>
        <label className="flex flex-col gap-1">
          <span className="font-medium">{t('language')}</span>
          <select className="field min-h-8" value={language} onChange={(event) => setLanguage(languages.find((option) => option === event.target.value) ?? 'en')}>
            {languages.map((option) => (
              <option key={option} value={option} lang={langOf(option)}>
                {names(option)}
              </option>
            ))}
          </select>
        </label>
        {scenarios.length > 0 && (
          <label className="flex flex-col gap-1">
            <span className="font-medium">{t('template')}</span>
            <select className="field min-h-8" value={template} onChange={(event) => setTemplate(event.target.value)}>
              <option value="">{t('no-template')}</option>
              {scenarios.map((scenario) => (
                <option key={scenario.id} value={scenario.id}>
                  {textIn(scenario.title, reading) || untitled}
                </option>
              ))}
            </select>
          </label>
        )}
        {template ? (
          <>
            <p className="text-sm text-soft">{t('template-hint')}</p>
            <label className="flex items-center gap-2">
              <input type="checkbox" checked={withContent} onChange={(event) => setWithContent(event.target.checked)} /> {t('with-content')}
            </label>
          </>
        ) : (
          <label className="flex flex-col gap-1">
            <span className="font-medium">{t('origin')}</span>
            <select className="field min-h-8" value={origin} onChange={(event) => setOrigin(event.target.value)}>
              <option value="">{t('no-origin')}</option>
              {delegations.map(({ code }) => (
                <option key={code} value={code}>
                  {originName(ui, code, delegations, reading)}
                </option>
              ))}
            </select>
          </label>
        )}
        <Button look="primary" type="submit" disabled={busy} className="self-end">
          {busy ? t('busy') : t('submit')}
        </Button>
      </form>
    </Dialog>
  );
}

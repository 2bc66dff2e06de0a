'use client';
import { Plus } from 'lucide-react';
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
import { languages, type Language } from '@/lib/domain/languages';
import { createScenario } from '../actions';
import { originName } from '../origin-name';

/** Begins a scenario from the method's skeleton and leads to it. */
export function CreateScenario({ delegations }: { readonly delegations: readonly Delegation[] }) {
  const t = useTranslations('scenarios.create');
  const names = useTranslations('common.languages');
  const ui = useTranslations('ui');
  const words = useErrorWords();
  const router = useRouter();
  const { language: reading } = useInterfaceLanguage();
  const [open, setOpen] = useState(false);
  const [title, setTitle] = useState('');
  const [language, setLanguage] = useState<Language>(reading);
  const [origin, setOrigin] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ActionError | null>(null);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    const result = await createScenario({ title, language, origin: origin || null }).catch(() => ({ ok: false, error: { code: 'unavailable', details: {} } }) as const);
    if (result.ok) return router.push(`/scenarios/${result.value}`);
    setError(result.error);
    setBusy(false);
  };

  return (
    <>
      <Button look="primary" onClick={() => setOpen(true)}>
        <Plus size={16} aria-hidden /> {t('button')}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={t('title')} description={t('hint')}>
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
          <Button look="primary" type="submit" disabled={busy} className="self-end">
            {busy ? t('busy') : t('submit')}
          </Button>
        </form>
      </Dialog>
    </>
  );
}

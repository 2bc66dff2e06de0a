'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Button } from '@/app/components/Button';
import { Dialog } from '@/app/components/Dialog';
import { download } from '@/app/components/download';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { failureOf, type Failure } from '@/app/scenarios/[id]/panel/agreement-api';
import { FailureNote } from '@/app/scenarios/[id]/panel/FailureNote';
import { languages, type Language } from '@/lib/domain/languages';
import { fetchReport } from './fetch-report';
import type { ReportProgress } from './report-progress';

type State = { readonly kind: 'asking' | 'cancelled' } | { readonly kind: 'making'; readonly progress: ReportProgress | null } | { readonly kind: 'done'; readonly name: string } | { readonly kind: 'failed'; readonly failure: Failure };

export interface ReportDialogProps {
  /** The route that makes it. */
  readonly path: string;
  /** Of one scenario: its live text may be asked for instead of what was agreed. */
  readonly of: 'scenario' | 'collection';
  readonly onClose: () => void;
}

/** Asks what the report shall be, shows how far it is, and saves it. Closing the dialog or leaving the page cancels it. */
export function ReportDialog({ path, of, onClose }: ReportDialogProps) {
  const t = useTranslations('report');
  const names = useTranslations('agreement.item.languages');
  const { language: own } = useInterfaceLanguage();
  const [format, setFormat] = useState<'pdf' | 'docx'>('pdf');
  const [language, setLanguage] = useState<Language>(own);
  const [version, setVersion] = useState<'agreed' | 'live'>('agreed');
  const [state, setState] = useState<State>({ kind: 'asking' });
  const making = useRef<AbortController | null>(null);
  useEffect(() => () => making.current?.abort(), []);

  const make = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { signal } = (making.current = new AbortController());
    setState({ kind: 'making', progress: null });
    try {
      const query = new URLSearchParams({ format, lang: language, ...(of === 'scenario' && { version }) });
      const { name, blob } = await fetchReport(`${path}?${query}`, { signal, onProgress: (progress) => !signal.aborted && setState({ kind: 'making', progress }) });
      download(blob, name);
      setState({ kind: 'done', name });
    } catch (error) {
      setState(signal.aborted ? { kind: 'cancelled' } : { kind: 'failed', failure: failureOf(error) });
    }
  };
  const isMaking = state.kind === 'making';
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('title')} description={t(of === 'collection' ? 'hint-collection' : 'hint')}>
      <form onSubmit={(event) => void make(event)} className="flex flex-col gap-3">
        <Choice legend={t('format')} name="format" value={format} disabled={isMaking} onChange={setFormat} options={(['pdf', 'docx'] as const).map((value) => ({ value, label: t(`formats.${value}`) }))} />
        <Choice legend={t('in-language')} name="language" value={language} disabled={isMaking} onChange={setLanguage} options={languages.map((value) => ({ value, label: names(value) }))} />
        {of === 'scenario' && <Choice legend={t('what')} name="version" value={version} disabled={isMaking} onChange={setVersion} options={(['agreed', 'live'] as const).map((value) => ({ value, label: t(`versions.${value}`) }))} />}
        <div aria-live="polite">
          {isMaking && <Progress progress={state.progress} />}
          {state.kind === 'cancelled' && <p className="text-soft">{t('cancelled')}</p>}
          {state.kind === 'done' && <p className="break-words">{t('done', { name: state.name })}</p>}
        </div>
        {state.kind === 'failed' && <FailureNote failure={state.failure} />}
        <div className="flex justify-end gap-2">
          {isMaking && <Button onClick={() => making.current?.abort()}>{t('cancel')}</Button>}
          <Button look="primary" type="submit" busy={isMaking}>
            {t('make')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function Progress({ progress }: { readonly progress: ReportProgress | null }) {
  const t = useTranslations('report');
  return (
    <>
      <p>{progress?.stage === 'reading' ? t('reading', { done: progress.done, of: progress.of }) : progress?.stage === 'waiting' ? t('waiting', { ahead: progress.of }) : t('making')}</p>
      <progress className="w-full accent-[var(--accent)]" aria-label={t('progress')} {...(progress?.stage === 'making' && { value: progress.done, max: progress.of })} />
    </>
  );
}

interface ChoiceProps<T extends string> {
  readonly legend: string;
  readonly name: string;
  readonly value: T;
  readonly disabled: boolean;
  readonly onChange: (value: T) => void;
  readonly options: readonly { readonly value: T; readonly label: string }[];
}

function Choice<T extends string>({ legend, name, value, disabled, onChange, options }: ChoiceProps<T>) {
  return (
    <fieldset disabled={disabled} className="flex flex-wrap gap-x-4 gap-y-1 disabled:opacity-60">
      <legend className="font-medium">{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className="flex items-center gap-1.5">
          <input type="radio" name={name} value={option.value} checked={value === option.value} onChange={() => onChange(option.value)} />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}

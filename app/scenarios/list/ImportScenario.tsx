'use client';
import { Upload } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import type { ActionError } from '@/app/action-result';
import { Button } from '@/app/components/Button';
import { Dialog } from '@/app/components/Dialog';
import { useErrorWords } from '@/app/components/use-error-words';
import { AccordError } from '@/lib/domain/errors';
import { largestBody } from '@/lib/domain/largest-body';

/** Makes a new scenario of a file in the exchange format; says where and what is wrong if it is none. */
export function ImportScenario() {
  const t = useTranslations('scenarios.import');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Upload size={16} aria-hidden /> {t('button')}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={t('title')} description={t('hint')}>
        <ImportForm />
      </Dialog>
    </>
  );
}

interface Failure {
  readonly name: string;
  readonly error: ActionError;
}

function ImportForm() {
  const t = useTranslations('scenarios.import');
  const router = useRouter();
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [over, setOver] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const take = async (file: File | undefined): Promise<void> => {
    if (!file || busy) return;
    setFailure(null);
    if (file.size > largestBody) return setFailure({ name: file.name, error: { code: 'too-large', details: {} } });
    setBusy(true);
    try {
      router.push(`/scenarios/${await importText(await file.text())}`);
    } catch (error) {
      setFailure({ name: file.name, error: error instanceof AccordError ? error : { code: 'unavailable', details: {} } });
      setBusy(false);
    }
  };

  return (
    <div
      className={`rounded border border-dashed p-6 text-center ${over ? 'border-accent bg-accent-soft' : 'border-edge'}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take(event.dataTransfer.files[0]);
      }}
    >
      <label htmlFor={id} className="inline-block cursor-pointer rounded border border-edge bg-paper px-2.5 py-1 font-medium focus-within:outline-2 focus-within:outline-accent hover:bg-hover">
        {busy ? t('busy') : t('choose')}
        <input
          id={id}
          type="file"
          accept=".json,application/json"
          className="sr-only"
          disabled={busy}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            event.target.value = ''; // so that the same file, put right, can be chosen again
            void take(file);
          }}
        />
      </label>{' '}
      <span className="text-soft">{t('drop')}</span>
      {failure && <FailureNote {...failure} />}
    </div>
  );
}

function FailureNote({ name, error }: Failure) {
  const t = useTranslations('scenarios.import');
  const problems = useTranslations('exchange.problems');
  const words = useErrorWords();
  const { code, details } = error;
  return (
    <div role="alert" className="mt-4 rounded border border-danger bg-danger-soft px-3 py-2 text-left text-danger">
      <p className="break-words font-medium">{t('problem', { name })}</p>
      {code === 'too-large' && <p>{t('too-large', { megabytes: largestBody / 1024 ** 2 })}</p>}
      {code !== 'too-large' && 'problem' in details && (
        <dl className="grid grid-cols-[auto_1fr] gap-x-3">
          <dt>{t('where')}</dt>
          <dd className="break-all">
            <code>{details.where}</code>
          </dd>
          <dt>{t('what')}</dt>
          <dd className="break-words">{problems.has(String(details.problem)) ? problems(String(details.problem), details) : details.what}</dd>
        </dl>
      )}
      {code !== 'too-large' && !('problem' in details) && <p>{words(error)}</p>}
    </div>
  );
}

/**
 * Checks a file here, where it can be said in the reader's language what is wrong, and has the server make a scenario of it.
 * @returns the new scenario's id
 * @throws AccordError
 */
async function importText(text: string): Promise<string> {
  const { importScenario } = await import('@/lib/exchange/import-scenario');
  importScenario(text);
  const answer = await fetch('/api/scenarios', { method: 'POST', headers: { 'content-type': 'application/json' }, body: text });
  if (answer.ok) return ((await answer.json()) as { id: string }).id;
  const { error } = (await answer.json().catch(() => ({}))) as { error?: { code?: ConstructorParameters<typeof AccordError>[0] } };
  throw new AccordError(error?.code ?? 'unavailable');
}

'use client';
import { useTranslations } from 'next-intl';
import { useRef, useState, type FormEvent } from 'react';
import { Button } from '@/app/components/Button';
import { useToasts } from '@/app/components/Toasts';
import { longestSnapshotName } from '@/lib/domain/stated-text';
import { useSession } from '../session/hooks';
import { failureOf, RequestFailed, type Failure } from './agreement-api';
import { useAgreement } from './AgreementProvider';
import { draftKey, useDraft } from './drafts';
import { FailureNote } from './FailureNote';
import { untilSaved } from './until-saved';
import { useRequestIds } from './use-request-ids';

/** The id of the field in which a new version gets its name. */
export const newVersionField = 'new-version-name';

/** Fixes what stands now as a numbered version with a name. */
export function NewVersion() {
  const t = useTranslations('agreement');
  const session = useSession();
  const { api, refetchVersions } = useAgreement();
  const { toast } = useToasts();
  const [name, setName] = useDraft(draftKey(session.me.id, session.scenarioId, 'version'));
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const underWay = useRef(false);
  const requests = useRequestIds();

  const create = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (underWay.current || !name.trim()) return;
    underWay.current = true;
    setBusy(true);
    setFailure(null);
    try {
      if (!(await untilSaved(session))) throw new RequestFailed({ code: 'unavailable', words: t('not-saved') });
      const { number } = await api.createSnapshot({ name, requestId: requests.idOf(name) });
      requests.done();
      setName('');
      toast({ text: t('created', { number }) });
      await refetchVersions();
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      underWay.current = false;
      setBusy(false);
    }
  };

  return (
    <form className="flex flex-col gap-1.5" onSubmit={(event) => void create(event)}>
      <label className="flex flex-col gap-0.5">
        <span className="text-sm text-soft">{t('version-name')}</span>
        <input id={newVersionField} className="field" value={name} maxLength={longestSnapshotName} readOnly={busy} placeholder={t('version-name-example')} onChange={(event) => setName(event.target.value)} />
      </label>
      {failure && <FailureNote failure={failure} />}
      <div>
        <Button type="submit" size="small" disabled={busy || !name.trim()} aria-busy={busy}>
          {t('create-version')}
        </Button>
      </div>
    </form>
  );
}

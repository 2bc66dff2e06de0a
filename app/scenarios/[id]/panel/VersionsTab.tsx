'use client';
import { FileDiff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useSession } from '../session/hooks';
import { AgreementState } from './AgreementState';
import { useAgreement } from './AgreementProvider';
import { FailureNote } from './FailureNote';
import { NewVersion } from './NewVersion';
import { VersionCard } from './VersionCard';

/** The versions of the scenario: how far it has come, a new one, and who has signed which. */
export function VersionsTab() {
  const t = useTranslations('agreement');
  const compare = useTranslations('compare');
  const { scenarioId } = useSession();
  const { versions, refetchVersions } = useAgreement();
  const list = versions.value;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <AgreementState />
        {!!list?.snapshots.length && (
          <a href={`/scenarios/${scenarioId}/compare`} className="inline-flex min-h-6 items-center gap-1.5 text-sm text-accent underline underline-offset-2">
            <FileDiff size={14} aria-hidden />
            {compare('command')}
          </a>
        )}
      </div>
      {list?.may.create && <NewVersion />}
      {versions.failure && <FailureNote failure={versions.failure} onRetry={() => void refetchVersions()} />}
      {list === null && !versions.failure && <p className="text-soft">{t('loading')}</p>}
      {list?.snapshots.length === 0 && <p className="text-soft">{t('no-versions')}</p>}
      <ul className="flex flex-col gap-3" aria-label={t('versions')}>
        {list?.snapshots.map((snapshot) => (
          <li key={snapshot.number}>
            <VersionCard scenarioId={scenarioId} snapshot={snapshot} maySignFor={list.may.sign} />
          </li>
        ))}
      </ul>
    </div>
  );
}

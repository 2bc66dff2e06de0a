'use client';
import { FileDiff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Snapshot, SnapshotList } from '@/lib/snapshots/snapshot';
import { useSession } from '../session/hooks';
import { AgreementState } from './AgreementState';
import { useAgreement } from './AgreementProvider';
import { FailureNote } from './FailureNote';
import { FreezeButton } from './FreezeButton';
import { NewVersion } from './NewVersion';
import { VersionCard } from './VersionCard';

/** The versions of the scenario: how far it has come, a new one, and who has signed which. */
export function VersionsTab() {
  const t = useTranslations('agreement');
  const compare = useTranslations('compare');
  const { scenarioId } = useSession();
  const { versions, refetchVersions } = useAgreement();
  const list = versions.value;
  // What the system made by itself must not drown what people named; once offered, it is theirs.
  const isNamed = ({ kind, offer }: Snapshot): boolean => kind === 'manual' || offer !== null;
  const named = list?.snapshots.filter(isNamed) ?? [];
  const automatic = list?.snapshots.filter((snapshot) => !isNamed(snapshot)) ?? [];
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
        {list?.may.freeze && <FreezeButton frozen={list.frozen !== null} />}
      </div>
      {list?.may.create && <NewVersion />}
      {versions.failure && <FailureNote failure={versions.failure} onRetry={() => void refetchVersions()} />}
      {list === null && !versions.failure && <p className="text-soft">{t('loading')}</p>}
      {list?.snapshots.length === 0 && <p className="text-soft">{t('no-versions')}</p>}
      {list && named.length > 0 && <VersionList label={t('versions')} list={list} shown={named} />}
      {list && automatic.length > 0 && (
        <details className="rounded-md border">
          <summary className="cursor-pointer px-2 py-1.5 text-soft hover:bg-hover">{compare('automatic', { count: automatic.length })}</summary>
          <div className="p-2">
            <VersionList label={compare('automatic', { count: automatic.length })} list={list} shown={automatic} />
          </div>
        </details>
      )}
    </div>
  );
}

function VersionList({ label, list, shown }: { readonly label: string; readonly list: SnapshotList; readonly shown: readonly Snapshot[] }) {
  const { scenarioId } = useSession();
  return (
    <ul className="flex flex-col gap-3" aria-label={label}>
      {shown.map((snapshot) => (
        <li key={snapshot.number}>
          <VersionCard scenarioId={scenarioId} snapshot={snapshot} maySignFor={list.may.sign} mayOffer={list.may.offer} mayRestore={list.may.restore} />
        </li>
      ))}
    </ul>
  );
}

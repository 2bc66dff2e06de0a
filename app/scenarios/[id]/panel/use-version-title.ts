'use client';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { Snapshot } from '@/lib/snapshots/snapshot';

type Named = Pick<Snapshot, 'number' | 'name' | 'kind' | 'restores'>;

/** What a version is called: by the name that somebody gave it, or by why the system made it. */
export function useVersionTitle(): (version: Named) => string {
  const t = useTranslations('agreement');
  const compare = useTranslations('compare');
  return useCallback(
    ({ number, name, kind, restores }) =>
      t('version', {
        number,
        name: kind === 'daily' ? compare('kind-daily', { day: name }) : kind === 'before-restore' ? compare('kind-before-restore', { number: restores ?? 0 }) : name,
      }),
    [t, compare],
  );
}

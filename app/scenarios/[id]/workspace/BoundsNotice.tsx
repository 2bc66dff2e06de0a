'use client';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useMemo } from 'react';
import { bounds } from '@/lib/domain/bounds';
import { useScenario } from '../session/hooks';
import { nearBounds } from './near-bounds';

/** Warns before the server has to refuse: a scenario may hold so much and no more. */
export function BoundsNotice() {
  const t = useTranslations('workspace.bounds');
  const scenario = useDeferredValue(useScenario());
  const near = useMemo(() => nearBounds(scenario), [scenario]);
  if (!near.length) return null;
  return (
    <p role="status" className="border-b border-caution bg-caution-soft px-4 py-1.5 text-caution print:hidden">
      {near.map(({ bound, count }) => t(bound, { count, most: bounds[bound] })).join(' ')} {t('advice')}
    </p>
  );
}

'use client';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { usePhase } from '../session/hooks';
import { useIsAtWork } from './canvas-context';

/** The phase of one of two canvases, in its corner; the toolbar of a selection may lie upon it. */
export function SideName() {
  const t = useTranslations('workspace.phase');
  const isAtWork = useIsAtWork();
  return (
    <h3 className={clsx('!pointer-events-none absolute left-2 top-2 rounded border px-1.5 py-0.5 text-sm print:hidden', isAtWork ? 'border-accent bg-accent-soft font-medium text-accent' : 'bg-raised/95 text-soft')}>
      {t(usePhase())}
    </h3>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import { usePhase } from '../session/hooks';
import { useSides } from '../workspace/WorkspaceViewProvider';

/** The name of a part of the canvas; where there are two, it says to which it belongs. */
export function useSideLabel(label: string): string {
  const t = useTranslations('canvas');
  const phase = usePhase();
  return useSides() ? t('of-side', { what: label, phase }) : label;
}

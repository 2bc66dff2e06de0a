'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Phase } from '@/lib/domain/phases';
import { useIsSelected, usePhase } from '../session/hooks';
import { useMedia, wide } from '../workspace/use-media';
import { useShellView } from '../workspace/WorkspaceViewProvider';

export interface JumpLinkProps {
  /** `itemName` */
  readonly item: string;
  readonly phase: Phase;
  readonly name: string;
  /** Stands before the name. */
  readonly lead?: ReactNode;
  /** What is said of it besides. */
  readonly children?: ReactNode;
}

/** Leads to a role or relation in the network of one phase; on a narrow screen the panel makes room for it. */
export function JumpLink({ item, phase, name, lead, children }: JumpLinkProps) {
  const t = useTranslations('phases');
  const phases = useTranslations('workspace.phase');
  const view = useShellView();
  const isWide = useMedia(wide);
  const isSelected = useIsSelected(item);
  const isThere = usePhase() === phase && isSelected;
  const jump = (): void => {
    view.reveal(item, phase);
    if (!isWide) view.closePanel();
  };
  return (
    <button
      type="button"
      data-jump={item}
      aria-current={isThere || undefined}
      title={t('show', { name, phase: phases(phase) })}
      onClick={jump}
      className="flex min-h-6 w-full items-baseline gap-1.5 rounded px-1 py-0.5 text-left [overflow-wrap:anywhere] hover:bg-hover aria-[current]:bg-accent-soft"
    >
      {lead && <span className="w-14 shrink-0 text-sm text-soft">{lead}</span>}
      <span className="min-w-0">
        <span className="text-accent underline underline-offset-2">{name}</span> {children && <span className="text-sm text-soft">{children}</span>}
      </span>
    </button>
  );
}

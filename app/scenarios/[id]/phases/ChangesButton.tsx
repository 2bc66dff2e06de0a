'use client';
import { FileDiff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { IconButton } from '@/app/components/IconButton';
import { useOpenPanel, useShellView } from '../workspace/WorkspaceViewProvider';

/** Opens the list of what changes from before to after, beside the network; pressed while it is open. */
export function ChangesButton() {
  const t = useTranslations('phases');
  const view = useShellView();
  const isOpen = useOpenPanel()?.tab === 'changes';
  return (
    <IconButton label={t('title')} size="small" aria-pressed={isOpen} onClick={() => (isOpen ? view.closePanel() : view.openPanel('changes'))}>
      <FileDiff size={16} aria-hidden />
    </IconButton>
  );
}

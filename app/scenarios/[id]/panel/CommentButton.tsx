'use client';
import { MessageSquare } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/app/components/Button';
import { Tooltip } from '@/app/components/Tooltip';
import { useWorkspaceView } from '../session/hooks';
import { useThreadCounts } from './AgreementProvider';

/**
 * Opens the panel with what is said of an item, and shows how many open threads there are.
 * @param item the item's name (`itemName`)
 * @param onPress called before the panel opens
 * @param tabIndex -1 in lists where only one row can be reached by Tab
 */
export function CommentButton({ item, className = '', tabIndex, onPress }: { readonly item: string; readonly className?: string; readonly tabIndex?: number; readonly onPress?: (() => void) | undefined }) {
  const t = useTranslations('agreement');
  const view = useWorkspaceView();
  const open = useThreadCounts().get(item) ?? 0;
  const label = t('marker', { open });
  return (
    <Tooltip text={label}>
      <Button look="quiet" size="small" aria-label={label} data-comments={item} tabIndex={tabIndex} className={`min-w-7 print:hidden ${className}`} onClick={() => {
          onPress?.();
          view.openComments(item);
        }}>
        <MessageSquare size={14} aria-hidden className={open ? 'fill-accent-soft text-accent' : 'text-soft'} />
        {open > 0 && <span aria-hidden>{open}</span>}
      </Button>
    </Tooltip>
  );
}

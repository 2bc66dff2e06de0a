'use client';
import { MessageSquare } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Toolbar } from 'radix-ui';
import { Button } from '@/app/components/Button';
import { Tooltip } from '@/app/components/Tooltip';
import { useWorkspaceView } from '../session/hooks';
import { useThreadCounts } from './AgreementProvider';

/**
 * Opens the panel with what is said of an item, and shows how many open threads there are.
 * @param item the item's name (`itemName`)
 * @param onPress called before the panel opens
 * @param tabIndex -1 in lists where only one row can be reached by Tab
 * @param inToolbar arrow keys of the toolbar around lead to it
 */
export function CommentButton({ item, className = '', tabIndex, inToolbar = false, onPress }: { readonly item: string; readonly className?: string; readonly tabIndex?: number; readonly inToolbar?: boolean; readonly onPress?: (() => void) | undefined }) {
  const t = useTranslations('agreement');
  const view = useWorkspaceView();
  const open = useThreadCounts().get(item) ?? 0;
  const label = t('marker', { open });
  const press = (): void => {
    onPress?.();
    view.openComments(item);
  };
  const button = (
    <Button look="quiet" size="small" aria-label={label} data-comments={item} className={`min-w-7 print:hidden ${className}`} onClick={press} {...(!inToolbar && { tabIndex })}>
      <MessageSquare size={14} aria-hidden className={open ? 'fill-accent-soft text-accent' : 'text-soft'} />
      {open > 0 && <span aria-hidden>{open}</span>}
    </Button>
  );
  return <Tooltip text={label}>{inToolbar ? <Toolbar.Button asChild>{button}</Toolbar.Button> : button}</Tooltip>;
}

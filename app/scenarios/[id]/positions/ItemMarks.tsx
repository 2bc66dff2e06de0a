'use client';
import { useTranslations } from 'next-intl';
import { Toolbar } from 'radix-ui';
import { memo } from 'react';
import { Tooltip } from '@/app/components/Tooltip';
import { useWorkspaceView } from '../session/hooks';
import { useFromBoard, useItemAgreement } from './PositionsProvider';
import { SideMark } from './SideMark';
import { useSaidWords } from './use-said-words';

const hasMarks = ({ hasMarks: has }: { readonly hasMarks: boolean }): boolean => has;

export interface ItemMarksProps {
  readonly item: string;
  readonly tabIndex?: number;
  /** Arrow keys of the toolbar around lead to it. */
  readonly inToolbar?: boolean;
  readonly className?: string;
}

/** What the delegations say of an item, beside it; leads to the panel where speakers say it. Nothing while there is nothing to tell. */
export const ItemMarks = memo(function ItemMarks({ item, tabIndex, inToolbar = false, className = '' }: ItemMarksProps) {
  const t = useTranslations('positions');
  const view = useWorkspaceView();
  const agreement = useItemAgreement(item);
  const isShown = useFromBoard(hasMarks);
  const words = useSaidWords();
  if (!agreement || !isShown || agreement.said.length === 0) return null;
  const label = t('marks', { said: agreement.said.map(words).join(t('between')) });
  const button = (
    <button
      type="button"
      aria-label={label}
      data-positions={item}
      className={`inline-flex min-h-6 flex-wrap items-center gap-0.5 rounded px-0.5 hover:bg-hover print:hidden ${className}`}
      onClick={() => view.openAgreement(item)}
      {...(!inToolbar && { tabIndex })}
    >
      {agreement.said.map((said) => (
        <SideMark key={said.side.id} said={said} />
      ))}
    </button>
  );
  return <Tooltip text={label}>{inToolbar ? <Toolbar.Button asChild>{button}</Toolbar.Button> : button}</Tooltip>;
});

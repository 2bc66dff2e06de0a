'use client';
import { Trash2 } from 'lucide-react';
import { IconButton } from '@/app/components/IconButton';
import { CommentButton } from '../panel/CommentButton';

/** What every row ends with: its discussion, and the way to delete it. */
export function RowEnd({ item, deleteLabel, onDelete, reachable }: { readonly item: string; readonly deleteLabel: string; readonly onDelete: (() => void) | null; readonly reachable: boolean }) {
  return (
    <span className="ml-auto inline-flex shrink-0 items-center print:hidden">
      <CommentButton item={item} />
      {onDelete && (
        <IconButton label={deleteLabel} size="small" tabIndex={reachable ? 0 : -1} onClick={onDelete}>
          <Trash2 size={14} aria-hidden />
        </IconButton>
      )}
    </span>
  );
}

'use client';
import type { Editor } from '@tiptap/react';
import { MessageSquarePlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Toolbar } from 'radix-ui';
import { IconButton } from '@/app/components/IconButton';

/** Key of the same in the editor: as in Google Docs. */
export const commentShortcut = 'Ctrl/⌘ ⌥ M';

/** A tool of the wording's toolbar: comments on what is selected in the text that has (or last had) the caret. */
export function CommentSelection({ editor, enabled }: { readonly editor: Editor | null; readonly enabled: boolean }) {
  const t = useTranslations('comments');
  return (
    <Toolbar.Button asChild>
      <IconButton
        label={t('comment-selection')}
        shortcut={commentShortcut}
        disabled={!editor || !enabled}
        onMouseDown={(event) => event.preventDefault()} // the selection stays
        onClick={() => editor?.storage.commentMarks.comment()}
      >
        <MessageSquarePlus size={16} aria-hidden />
      </IconButton>
    </Toolbar.Button>
  );
}

'use client';
import type { Editor } from '@tiptap/react';
import { BookmarkPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Toolbar } from 'radix-ui';
import { IconButton } from '@/app/components/IconButton';
import { useToasts } from '@/app/components/Toasts';
import { useUndoHere } from '@/app/components/use-undo-here';
import { linkPassage, type CellPlace } from '@/lib/document/edits/edit-cells';
import { sectionOf, sectionTexts } from '@/lib/document/roots';
import { CellPicker } from '../assessment/LinkAsEvidence';
import { useMayEdit, useSession } from '../session/hooks';

/** A tool of the wording's toolbar: makes what is selected in the text the evidence of a cell. */
export function LinkPassage({ editor, enabled }: { readonly editor: Editor | null; readonly enabled: boolean }) {
  const t = useTranslations('evidence');
  const { doc } = useSession();
  const mayEdit = useMayEdit();
  const { toast } = useToasts();
  const { undo } = useUndoHere();
  if (!mayEdit) return null;

  function link(place: CellPlace): void {
    const selected = editor?.storage.commentMarks.selected();
    const text = selected && sectionTexts.find(({ section, language }) => sectionOf(doc, section, language) === selected.fragment);
    const linked = selected && text && linkPassage(doc, place, text.section, text.language, selected.range);
    toast(linked ? { text: t('passage-linked'), action: { label: t('undo'), run: undo } } : { text: t('passage-unlinked') });
  }
  return (
    <CellPicker
      onSelect={link}
      trigger={
        <Toolbar.Button asChild>
          <IconButton label={t('link-passage')} disabled={!editor || !enabled} onMouseDown={(event) => event.preventDefault()} // the selection stays
          >
            <BookmarkPlus size={16} aria-hidden />
          </IconButton>
        </Toolbar.Button>
      }
    />
  );
}

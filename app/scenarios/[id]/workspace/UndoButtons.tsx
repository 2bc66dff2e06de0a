'use client';
import { Redo2, Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { IconButton } from '@/app/components/IconButton';
import { isComposing } from '@/app/components/is-composing';
import { useUndoHere } from '@/app/components/use-undo-here';
import { useMayEdit, useSession, useWatchable } from '../session/hooks';
import { useCommand } from './commands';
import { shortcut } from './shortcut';

/** Undo and redo of one's own edits, by buttons, by command, and by key anywhere in the workspace. */
export function UndoButtons() {
  const t = useTranslations('workspace');
  const session = useSession();
  const { undo, redo } = useUndoHere();
  const mayEdit = useMayEdit();
  const canUndo = useWatchable(session.undo.canUndo) && mayEdit;
  const canRedo = useWatchable(session.undo.canRedo) && mayEdit;

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isComposing(event) || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      const wanted = key === 'z' ? (event.shiftKey ? redo : undo) : key === 'y' && !event.shiftKey ? redo : null;
      // Fields handle these keys themselves: shared ones by the session's undo, a comment being written by the browser's.
      if (!wanted || !mayEdit || isTextField(event.target)) return;
      event.preventDefault();
      wanted();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [undo, redo, mayEdit]);

  const group = t('group.do');
  useCommand({ id: 'workspace.undo', label: t('undo'), shortcut: shortcut('mod+Z'), group, disabled: !canUndo, run: undo });
  useCommand({ id: 'workspace.redo', label: t('redo'), shortcut: shortcut('mod+shift+Z'), group, disabled: !canRedo, run: redo });
  return (
    <>
      <IconButton label={t('undo')} shortcut={shortcut('mod+Z')} disabled={!canUndo} onClick={undo}>
        <Undo2 size={16} aria-hidden />
      </IconButton>
      <IconButton label={t('redo')} shortcut={shortcut('mod+shift+Z')} disabled={!canRedo} onClick={redo}>
        <Redo2 size={16} aria-hidden />
      </IconButton>
    </>
  );
}

function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type));
}

'use client';
import { useEditorState, type Editor } from '@tiptap/react';
import { Bold, IdCard, IndentDecrease, IndentIncrease, Italic, Link, List, ListOrdered } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Toolbar } from 'radix-ui';
import type { ReactNode } from 'react';
import { IconButton } from '@/app/components/IconButton';
import { CommentSelection } from './CommentSelection';
import { LinkPassage } from './LinkPassage';

interface Tool {
  readonly name: 'bold' | 'italic' | 'bullets' | 'numbers' | 'indent' | 'outdent' | 'link' | 'role-name';
  readonly shortcut: string;
  readonly icon: ReactNode;
  readonly isOn?: (editor: Editor) => boolean;
  readonly can?: (editor: Editor) => boolean;
  readonly run: (editor: Editor, onLink: (editor: Editor) => void) => void;
}

const tools: readonly Tool[] = [
  { name: 'bold', shortcut: 'Ctrl/⌘ B', icon: <Bold size={16} aria-hidden />, isOn: (editor) => editor.isActive('bold'), run: (editor) => editor.chain().focus().toggleBold().run() },
  { name: 'italic', shortcut: 'Ctrl/⌘ I', icon: <Italic size={16} aria-hidden />, isOn: (editor) => editor.isActive('italic'), run: (editor) => editor.chain().focus().toggleItalic().run() },
  { name: 'bullets', shortcut: 'Ctrl/⌘ ⇧ 8', icon: <List size={16} aria-hidden />, isOn: (editor) => editor.isActive('bulletList'), run: (editor) => editor.chain().focus().toggleBulletList().run() },
  { name: 'numbers', shortcut: 'Ctrl/⌘ ⇧ 7', icon: <ListOrdered size={16} aria-hidden />, isOn: (editor) => editor.isActive('orderedList'), run: (editor) => editor.chain().focus().toggleOrderedList().run() },
  { name: 'indent', shortcut: 'Tab', icon: <IndentIncrease size={16} aria-hidden />, can: (editor) => editor.can().sinkListItem('listItem'), run: (editor) => editor.chain().focus().sinkListItem('listItem').run() },
  { name: 'outdent', shortcut: '⇧ Tab', icon: <IndentDecrease size={16} aria-hidden />, can: (editor) => editor.can().liftListItem('listItem'), run: (editor) => editor.chain().focus().liftListItem('listItem').run() },
  { name: 'link', shortcut: 'Ctrl/⌘ ⇧ K', icon: <Link size={16} aria-hidden />, isOn: (editor) => editor.isActive('link'), run: (editor, onLink) => onLink(editor) },
  { name: 'role-name', shortcut: 'Ctrl/⌘ ⌥ R', icon: <IdCard size={16} aria-hidden />, isOn: (editor) => editor.isActive('role'), can: (editor) => editor.can().toggleRoleName(), run: (editor) => editor.chain().focus().toggleRoleName().run() },
];

/** What can be done to the text that has (or last had) the caret; `ofScenario`: it can be commented on, become evidence, and name roles. One tab stop; arrows move inside. */
export function WordingToolbar({ editor, onLink, ofScenario = true }: { readonly editor: Editor | null; readonly onLink: (editor: Editor) => void; readonly ofScenario?: boolean }) {
  const t = useTranslations('wording.tools');
  const states = useEditorState({
    editor,
    selector: ({ editor: now }) => (now && !now.isDestroyed ? tools.map((tool) => ({ on: tool.isOn?.(now) ?? false, can: tool.can?.(now) ?? true, selects: !now.state.selection.empty })) : null),
  });
  return (
    <Toolbar.Root aria-label={t('label')} className="flex items-center">
      {tools.map((tool, index) => (ofScenario || tool.name !== 'role-name') && (
        <Toolbar.Button key={tool.name} asChild>
          <IconButton
            label={t(tool.name)}
            shortcut={tool.shortcut}
            aria-pressed={tool.isOn ? (states?.[index]?.on ?? false) : undefined}
            disabled={!editor || !(states?.[index]?.can ?? false)}
            onMouseDown={(event) => event.preventDefault()} // the caret stays where it is
            onClick={() => editor && tool.run(editor, onLink)}
          >
            {tool.icon}
          </IconButton>
        </Toolbar.Button>
      ))}
      {ofScenario && <CommentSelection editor={editor} enabled={states?.[0]?.selects ?? false} />}
      {ofScenario && <LinkPassage editor={editor} enabled={states?.[0]?.selects ?? false} />}
    </Toolbar.Root>
  );
}

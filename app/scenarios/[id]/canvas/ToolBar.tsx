'use client';
import { Building2, Hand, MousePointer2, Spline, Square, StickyNote } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Toolbar as Radix } from 'radix-ui';
import { useEditor, useValue } from 'tldraw';
import { IconButton } from '@/app/components/IconButton';
import { useMayEdit, usePhase } from '../session/hooks';
import { useCommand } from '../workspace/commands';
import { useIsAtWork } from './canvas-context';
import { tools, type ToolId } from './canvas-tools';
import { useSideLabel } from './use-side-label';

const icons: Record<ToolId, typeof Hand> = { select: MousePointer2, hand: Hand, role: Square, relation: Spline, enterprise: Building2, note: StickyNote };

/** Exactly the tools that the job needs; viewers look and pan. */
export function ToolBar() {
  const editor = useEditor();
  const mayEdit = useMayEdit();
  const t = useTranslations('canvas');
  const current = useValue('tool', () => editor.getCurrentToolId(), [editor]);
  return (
    <Radix.Root aria-label={useSideLabel(t('tools'))} className="absolute bottom-2 left-1/2 flex -translate-x-1/2 gap-0.5 rounded-md border bg-raised p-0.5 shadow-float">
      {tools
        .filter(({ edits }) => mayEdit || !edits)
        .map(({ id, key }) => {
          const Icon = icons[id];
          return (
            <Radix.Button key={id} asChild>
              <IconButton label={t(`tool.${id}`)} shortcut={key.toUpperCase()} aria-pressed={current === id} onClick={() => editor.setCurrentTool(id)}>
                <Icon size={16} aria-hidden />
                <ToolCommand id={id} shortcut={key.toUpperCase()} label={t(`tool.${id}`)} group={t('tools')} />
              </IconButton>
            </Radix.Button>
          );
        })}
    </Radix.Root>
  );
}

/** Lists a tool of the canvas at work in the command menu, and gives the canvas the focus when it is chosen there. */
function ToolCommand({ id, label, shortcut, group }: { readonly id: ToolId; readonly label: string; readonly shortcut: string; readonly group: string }) {
  const editor = useEditor();
  const run = (): void => {
    editor.setCurrentTool(id);
    editor.getContainer().focus();
  };
  useCommand({ id: `canvas.${usePhase()}.tool-${id}`, disabled: !useIsAtWork(), label, shortcut, group, run });
  return null;
}

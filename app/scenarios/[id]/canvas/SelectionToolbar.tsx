'use client';
import { ArrowLeftRight, Building2, Pencil, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Toolbar } from 'radix-ui';
import { useEffect, useRef } from 'react';
import { useEditor, useValue, type TLShapeId } from 'tldraw';
import { Button } from '@/app/components/Button';
import { IconButton } from '@/app/components/IconButton';
import { MenuItem } from '@/app/components/Menu';
import { relationKinds } from '@/lib/domain/scenario';
import { LinkAsEvidence } from '../assessment/LinkAsEvidence';
import { CommentButton } from '../panel/CommentButton';
import { PhaseMenu } from '../phases/PhaseMenu';
import { ItemMarks } from '../positions/ItemMarks';
import { useMayEdit, useScenarioPart } from '../session/hooks';
import type { CanvasActions } from './canvas-actions';
import { useIsAtWork } from './canvas-context';
import { entityOfShape, nameOfShape } from './shapes/canvas-shapes';
import { Swatch } from './Swatch';
import { ToolbarMenu } from './ToolbarMenu';
import { useNamedEnterprises } from './use-named-enterprises';
import { styleAt, useToolbarPlace } from './use-toolbar-place';

/** What can be done with the selection, beside it. F10 leads the keyboard here, Escape back to the canvas. */
export function SelectionToolbar({ actions }: { readonly actions: CanvasActions }) {
  const editor = useEditor();
  const t = useTranslations('canvas.selection');
  const mayEdit = useMayEdit();
  const bar = useRef<HTMLDivElement>(null);
  const place = useToolbarPlace();
  const selected = useValue('selected', () => editor.getSelectedShapeIds(), [editor]);
  useEffect(() => {
    const container = editor.getContainer();
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'F10' || event.isComposing) return;
      event.preventDefault();
      bar.current?.querySelector('button')?.focus();
    };
    container.addEventListener('keydown', onKeyDown);
    return () => container.removeEventListener('keydown', onKeyDown);
  }, [editor]);
  const isAtWork = useIsAtWork();
  if (!place || !selected.length || !isAtWork) return null;

  const roles = selected.filter((id) => entityOfShape(id)?.kind === 'role');
  const relations = selected.filter((id) => entityOfShape(id)?.kind === 'relation');
  const only = selected.length === 1 ? selected[0]! : null;
  const name = only && nameOfShape(only);
  if (!mayEdit && !(name && !name.startsWith('note:'))) return null;
  return (
    <Toolbar.Root
      ref={bar}
      aria-label={t('title')}
      className="absolute left-0 top-0 flex w-max flex-wrap items-center justify-center gap-0.5 rounded-md border bg-raised p-0.5 shadow-float"
      style={styleAt(place)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        editor.getContainer().focus();
      }}
    >
      {mayEdit && relations.length > 0 && roles.length === 0 && <RelationControls actions={actions} relations={relations} />}
      {mayEdit && roles.length > 0 && <EnterpriseMenu actions={actions} roles={roles} />}
      {mayEdit && roles.length + relations.length === selected.length && <PhaseMenu names={selected.flatMap((id) => nameOfShape(id) ?? [])} before={() => actions.binding.flush()} />}
      {mayEdit && only && (
        <Toolbar.Button asChild>
          <IconButton label={t('rename')} shortcut={t('enter')} onClick={() => editor.setEditingShape(only)}>
            <Pencil size={14} aria-hidden />
          </IconButton>
        </Toolbar.Button>
      )}
      {name && !name.startsWith('note:') && <ItemMarks item={name} inToolbar />}
      {mayEdit && name && !name.startsWith('note:') && <LinkAsEvidence item={name} />}
      {name && !name.startsWith('note:') && <CommentButton item={name} inToolbar />}
      {mayEdit && (
        <Toolbar.Button asChild>
          <IconButton
            label={t('delete')}
            shortcut={t('delete-key')}
            onClick={() => {
              actions.deleteSelected();
              editor.getContainer().focus();
            }}
          >
            <Trash2 size={14} aria-hidden />
          </IconButton>
        </Toolbar.Button>
      )}
    </Toolbar.Root>
  );
}

function RelationControls({ actions, relations }: { readonly actions: CanvasActions; readonly relations: readonly TLShapeId[] }) {
  const t = useTranslations('canvas.selection');
  const all = useScenarioPart('relations');
  const ids = relations.map((id) => entityOfShape(id)!.id);
  const kinds = new Set(all.filter(({ id }) => ids.includes(id)).map(({ kind }) => kind));
  return (
    <>
      <Toolbar.ToggleGroup type="single" aria-label={t('kind')} value={kinds.size === 1 ? ([...kinds][0] ?? '') : ''} className="flex gap-0.5">
        {relationKinds.map((kind) => (
          <Toolbar.ToggleItem key={kind} value={kind} asChild>
            <Button look="quiet" size="small" aria-pressed={kinds.has(kind)} onClick={() => actions.setKind(relations, kind)}>
              {t(`kinds.${kind}`)}
            </Button>
          </Toolbar.ToggleItem>
        ))}
      </Toolbar.ToggleGroup>
      {relations.length === 1 && (
        <Toolbar.Button asChild>
          <IconButton label={t('reverse')} onClick={() => actions.reverse(relations[0]!)}>
            <ArrowLeftRight size={14} aria-hidden />
          </IconButton>
        </Toolbar.Button>
      )}
    </>
  );
}

function EnterpriseMenu({ actions, roles }: { readonly actions: CanvasActions; readonly roles: readonly TLShapeId[] }) {
  const t = useTranslations('canvas.selection');
  const palette = useTranslations('canvas.palette');
  const enterprises = useNamedEnterprises();
  return (
    <ToolbarMenu label={t('enterprise')} icon={<Building2 size={14} aria-hidden />} shown={t('enterprise')}>
      {enterprises.map(({ id, colour, shownName }) => (
        <MenuItem key={id} icon={<Swatch colour={colour} />} onSelect={() => actions.assign(roles, id)}>
          {shownName}
        </MenuItem>
      ))}
      <MenuItem icon={<Swatch colour={-1} />} onSelect={() => actions.assign(roles, null)}>
        {palette('none')}
      </MenuItem>
      <MenuItem onSelect={() => actions.editedEnterprise.set(actions.assignNew(roles))}>{palette('new')}</MenuItem>
    </ToolbarMenu>
  );
}

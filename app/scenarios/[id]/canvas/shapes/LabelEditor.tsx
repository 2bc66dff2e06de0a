'use client';
import { useTranslations } from 'next-intl';
import { useCallback, type CSSProperties } from 'react';
import { useEditor } from 'tldraw';
import { langOf } from '@/app/components/lang-of';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { SharedTextField } from '@/app/components/SharedTextField';
import { useToasts } from '@/app/components/Toasts';
import { longestLabel, longestNote } from '@/lib/domain/bounds';
import { labelOf, noteTextOf } from '@/lib/document/roots';
import { useSession } from '../../session/hooks';
import { entityOfShape, type CanvasShape } from './canvas-shapes';

/** The field in which a shape's text is typed: the label in the reader's language, straight into the document. */
export function LabelEditor({ shape, style }: { readonly shape: CanvasShape; readonly style: CSSProperties }) {
  const editor = useEditor();
  const { doc } = useSession();
  const t = useTranslations('canvas');
  const field = useTranslations('field');
  const { toast } = useToasts();
  const { language } = useInterfaceLanguage();
  // tldraw listens on its container, below React's root: keys are marked as ours before they get there, since Escape and
  // Enter may belong to an input method.
  const keepKeys = useCallback(
    (element: HTMLElement | null) => {
      const mark = (event: KeyboardEvent): void => editor.markEventAsHandled(event);
      element?.addEventListener('keydown', mark);
      element?.addEventListener('keyup', mark);
    },
    [editor],
  );
  const entity = entityOfShape(shape.id);
  if (!entity) return null;
  const { kind, id } = entity;
  const text = kind === 'note' ? noteTextOf(doc, id) : labelOf(doc, kind === 'role' ? 'roles' : 'relations', id, language);
  if (!text) return null;
  return (
    <div ref={keepKeys} style={style} onPointerDown={editor.markEventAsHandled} onPointerMove={editor.markEventAsHandled} onPointerUp={editor.markEventAsHandled}>
      <SharedTextField
        text={text}
        label={t(`label.${kind}`)}
        focusName={kind === 'note' ? `note:${id}` : `${kind}:${id}/label:${language}`}
        lang={kind === 'note' ? undefined : langOf(language)}
        placeholder={'label' in shape.props && shape.props.lang !== language ? shape.props.label : undefined}
        multiline={kind === 'note'}
        maxLength={kind === 'note' ? longestNote : longestLabel}
        wraps
        autoFocus
        className="canvas-label"
        onCut={(count, max) => toast({ text: field('cut', { count, max }) })}
        onDone={(how) => {
          if (editor.getEditingShapeId() !== shape.id) return;
          if (how === 'blur') editor.setEditingShape(null);
          else editor.complete();
        }}
      />
    </div>
  );
}

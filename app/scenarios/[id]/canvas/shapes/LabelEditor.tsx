'use client';
import { useLocale, useTranslations } from 'next-intl';
import type { CSSProperties } from 'react';
import { useEditor } from 'tldraw';
import { SharedTextField } from '@/app/components/SharedTextField';
import { labelOf, noteTextOf } from '@/lib/document/roots';
import { isLanguage } from '@/lib/domain/languages';
import { useSession } from '../../session/hooks';
import { entityOfShape, type CanvasShape } from './canvas-shapes';

/** The field in which a shape's text is typed: the label in the reader's language, straight into the document. */
export function LabelEditor({ shape, style }: { readonly shape: CanvasShape; readonly style: CSSProperties }) {
  const editor = useEditor();
  const { doc } = useSession();
  const t = useTranslations('canvas');
  const locale = useLocale();
  const language = isLanguage(locale) ? locale : 'en';
  const entity = entityOfShape(shape.id);
  if (!entity) return null;
  const { kind, id } = entity;
  const text = kind === 'note' ? noteTextOf(doc, id) : labelOf(doc, kind === 'role' ? 'roles' : 'relations', id, language);
  if (!text) return null;
  return (
    <div
      style={style}
      // The canvas must not take these for drawing.
      onPointerDown={(event) => event.stopPropagation()}
      onPointerUp={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <SharedTextField
        text={text}
        label={t(`label.${kind}`)}
        focusName={kind === 'note' ? `note:${id}` : `${kind}:${id}/label:${language}`}
        lang={kind === 'note' ? undefined : language}
        placeholder={'label' in shape.props && shape.props.lang !== language ? shape.props.label : undefined}
        multiline={kind === 'note'}
        wraps
        autoFocus
        className="canvas-label"
        onDone={(how) => {
          if (editor.getEditingShapeId() !== shape.id) return;
          if (how === 'blur') editor.setEditingShape(null);
          else editor.complete();
        }}
      />
    </div>
  );
}

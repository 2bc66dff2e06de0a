'use client';
import { HTMLContainer, useIsEditing } from 'tldraw';
import { breakable } from '@/lib/figures/breakable';
import { entityOfShape, type WorkingNoteShape } from './canvas-shapes';
import { LabelEditor } from './LabelEditor';
import { breaking, labelFont, noteInset, noteText } from './text-metrics';

const border = 1;

export function WorkingNoteView({ shape, height }: { readonly shape: WorkingNoteShape; readonly height: number }) {
  const isEditing = useIsEditing(shape.id);
  return (
    <HTMLContainer>
      <div
        data-item={`note:${entityOfShape(shape.id)?.id ?? ''}`}
        style={{
          width: shape.props.w,
          minHeight: height,
          padding: noteInset - border,
          background: 'var(--caution-soft)',
          color: 'var(--ink)',
          border: `${border}px dashed var(--caution)`,
          boxSizing: 'border-box',
          fontFamily: labelFont,
          pointerEvents: isEditing ? 'all' : 'none',
          ...noteText,
          ...breaking,
        }}
      >
        {isEditing ? <LabelEditor shape={shape} style={noteText} /> : <div style={{ whiteSpace: 'pre-wrap' }}>{breakable(shape.props.text, noteText, shape.props.w - 2 * noteInset)}</div>}
      </div>
    </HTMLContainer>
  );
}

'use client';
import { HTMLContainer, useIsEditing } from 'tldraw';
import { langOf } from '@/app/components/lang-of';
import { breakable } from '@/lib/figures/breakable';
import { CanvasComments } from '../../panel/CanvasComments';
import { CanvasMarks } from '../../positions/CanvasMarks';
import { entityOfShape, type RoleShape } from './canvas-shapes';
import { LabelEditor } from './LabelEditor';
import { breakableName, breaking, enterpriseText, labelFont, labelText, roleInset } from './text-metrics';
import { useEnterpriseColour } from './use-enterprise-colour';

const border = 1.5;

/** A role as it is drawn: its enterprise in small capitals, its label below. */
export function RoleView({ shape, height }: { readonly shape: RoleShape; readonly height: number }) {
  const isEditing = useIsEditing(shape.id);
  const colour = useEnterpriseColour(shape.props.colour);
  const { w, label, lang, enterprise } = shape.props;
  const item = `role:${entityOfShape(shape.id)?.id ?? ''}`;
  return (
    <HTMLContainer>
      <div
        data-item={item}
        lang={langOf(lang)}
        style={{
          width: w,
          minHeight: height,
          padding: roleInset - border,
          display: 'flex',
          flexDirection: 'column',
          justifyContent: 'center',
          gap: 4,
          textAlign: 'center',
          background: colour.fill,
          color: colour.ink,
          border: `${border}px solid ${colour.stroke}`,
          borderRadius: 3,
          boxSizing: 'border-box',
          fontFamily: labelFont,
          pointerEvents: isEditing ? 'all' : 'none',
          ...breaking,
        }}
      >
        {enterprise && <div style={{ ...enterpriseText, textTransform: 'uppercase' }}>{breakableName(enterprise, w - 2 * roleInset)}</div>}
        {isEditing ? <LabelEditor shape={shape} style={labelText} /> : <div style={{ ...labelText, whiteSpace: 'pre-wrap' }}>{breakable(label, labelText, w - 2 * roleInset)}</div>}
      </div>
      <CanvasMarks item={item} style={{ left: w / 2, top: height, transform: 'translate(-50%, -50%)' }} />
      <CanvasComments item={item} style={{ left: w, top: 0, transform: 'translate(-60%, -50%)' }} />
    </HTMLContainer>
  );
}

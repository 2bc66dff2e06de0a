'use client';
import { HTMLContainer, SVGContainer, useEditor, useIsEditing, useValue } from 'tldraw';
import { langOf } from '@/app/components/lang-of';
import { arrowHead, pathOf } from '@/lib/figures/geometry';
import { breakable } from '@/lib/figures/breakable';
import { CanvasComments } from '../../panel/CanvasComments';
import { CanvasMarks } from '../../positions/CanvasMarks';
import { entityOfShape, type RelationShape } from './canvas-shapes';
import { LabelEditor } from './LabelEditor';
import { relationLook } from './relation-look';
import { curveOf, labelPoint, labelSize } from './relation-shape-util';
import { breaking, labelFont, relationLabelWidth, relationText } from './text-metrics';

/** A relation as it is drawn: a line by its kind, an arrow's head at the customer, the label on paper in the middle. */
export function RelationView({ shape }: { readonly shape: RelationShape }) {
  const editor = useEditor();
  const isEditing = useIsEditing(shape.id);
  const curve = useValue('curve', () => curveOf(editor, shape), [editor, shape]);
  if (!curve) return null;
  const { label, lang, kind } = shape.props;
  const item = `relation:${entityOfShape(shape.id)?.id ?? ''}`;
  const { stroke, dash, width, isHollow } = relationLook(kind);
  const head = arrowHead(curve).map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
  const middle = labelPoint(curve, shape);
  const size = labelSize(editor, shape);
  const labelWidth = isEditing ? relationLabelWidth + 8 : size.width;
  return (
    <>
      <SVGContainer style={{ overflow: 'visible' }}>
        <path d={pathOf(curve)} fill="none" stroke={stroke} strokeWidth={width} strokeDasharray={dash} />
        <polygon points={head} fill={isHollow ? 'var(--paper)' : stroke} stroke={stroke} strokeWidth={1.5} strokeLinejoin="round" />
      </SVGContainer>
      <HTMLContainer>
        <div
          data-item={item}
          lang={langOf(lang)}
          style={{
            position: 'absolute',
            left: middle.x,
            top: middle.y,
            width: labelWidth || 1,
            minHeight: size.height || 1,
            transform: 'translate(-50%, -50%)',
            padding: label || isEditing ? '1px 4px' : 0,
            boxSizing: 'border-box',
            textAlign: 'center',
            background: label || isEditing ? 'var(--paper)' : undefined,
            color: 'var(--ink)',
            borderRadius: 2,
            fontFamily: labelFont,
            pointerEvents: isEditing ? 'all' : 'none',
            ...relationText,
            ...breaking,
          }}
        >
          {isEditing ? <LabelEditor shape={shape} style={relationText} /> : breakable(label, relationText, size.lineWidth)}
        </div>
        <CanvasMarks item={item} style={{ left: middle.x, top: middle.y + (size.height || 0) / 2, transform: 'translateX(-50%)' }} />
        <CanvasComments item={item} style={{ left: middle.x, top: middle.y - (size.height || 0) / 2, transform: 'translate(-50%, -100%)' }} />
      </HTMLContainer>
    </>
  );
}

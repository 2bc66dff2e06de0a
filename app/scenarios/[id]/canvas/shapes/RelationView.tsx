'use client';
import { HTMLContainer, SVGContainer, useEditor, useIsEditing, useValue } from 'tldraw';
import { entityOfShape, type RelationShape } from './canvas-shapes';
import { LabelEditor } from './LabelEditor';
import { relationLook } from './relation-look';
import { arrowHead } from './relation-route';
import { labelSize, routeOf } from './relation-shape-util';
import { breaking, labelFont, relationLabelWidth, relationText } from './text-metrics';

/** A relation as it is drawn: a line by its kind, an arrow's head at the customer, the label on paper in the middle. */
export function RelationView({ shape }: { readonly shape: RelationShape }) {
  const editor = useEditor();
  const isEditing = useIsEditing(shape.id);
  const route = useValue('route', () => routeOf(editor, shape), [editor, shape]);
  if (!route) return null;
  const { label, lang, kind } = shape.props;
  const { stroke, dash, width, isHollow } = relationLook(kind);
  const path = route.points.map(({ x, y }, index) => `${index ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');
  const head = arrowHead(route.points, 11).map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
  const size = labelSize(editor, shape);
  const labelWidth = isEditing ? relationLabelWidth + 8 : size.width;
  return (
    <>
      <SVGContainer style={{ overflow: 'visible' }}>
        <path d={path} fill="none" stroke={stroke} strokeWidth={width} strokeDasharray={dash} />
        <polygon points={head} fill={isHollow ? 'var(--paper)' : stroke} stroke={stroke} strokeWidth={1.5} strokeLinejoin="round" />
      </SVGContainer>
      <HTMLContainer>
        <div
          data-item={`relation:${entityOfShape(shape.id)?.id ?? ''}`}
          lang={lang}
          style={{
            position: 'absolute',
            left: route.label.x,
            top: route.label.y,
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
          {isEditing ? <LabelEditor shape={shape} style={relationText} /> : label}
        </div>
      </HTMLContainer>
    </>
  );
}

'use client';
import { memo, type CSSProperties } from 'react';
import { useItemAgreement } from './PositionsProvider';
import { SideMark } from './SideMark';

/** What the delegations say, drawn at a shape; nothing while nobody has said anything. The outline and the toolbar say it in words. */
export const CanvasMarks = memo(function CanvasMarks({ item, style }: { readonly item: string; readonly style: CSSProperties }) {
  const said = useItemAgreement(item)?.said ?? [];
  if (!said.some(({ position }) => position)) return null;
  return (
    <div data-positions-drawn={item} style={{ position: 'absolute', display: 'flex', gap: 2, background: 'var(--paper)', color: 'var(--ink)', borderRadius: 2, padding: '0 1px', pointerEvents: 'none', ...style }}>
      {said.map((each) => (
        <SideMark key={each.side.id} said={each} />
      ))}
    </div>
  );
});

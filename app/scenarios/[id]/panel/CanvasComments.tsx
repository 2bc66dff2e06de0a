'use client';
import { MessageSquare } from 'lucide-react';
import { memo, type CSSProperties } from 'react';
import { useThreadCounts } from './AgreementProvider';

/** How many open threads there are, drawn at a shape; nothing without any. The toolbar and the outline say it in words. */
export const CanvasComments = memo(function CanvasComments({ item, style }: { readonly item: string; readonly style: CSSProperties }) {
  const open = useThreadCounts().get(item) ?? 0;
  if (!open) return null;
  return (
    <div
      data-comments-drawn={item}
      aria-hidden
      style={{ position: 'absolute', display: 'flex', alignItems: 'center', gap: 2, background: 'var(--accent-soft)', color: 'var(--accent)', border: '1px solid var(--accent)', borderRadius: 3, padding: '0 3px', fontSize: 11, lineHeight: '14px', pointerEvents: 'none', ...style }}
    >
      <MessageSquare size={10} />
      {open}
    </div>
  );
});

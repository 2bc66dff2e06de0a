'use client';
import { memo } from 'react';
import { useEditor, useValue, type Editor } from 'tldraw';
import { DelegationBadge } from '@/app/components/DelegationBadge';
import { usePeers, usePhase } from '../session/hooks';
import type { PresentPerson } from '@/lib/sync/presence';
import { shapeIdOfName } from './shapes/canvas-shapes';

/** The others on this phase of the canvas: their pointers, and frames around what they have selected, with names. */
export function PeersOnCanvas() {
  const phase = usePhase();
  const peers = usePeers();
  return (
    <div className="pointer-events-none absolute left-0 top-0" style={{ zIndex: 9_999 }}>
      {peers.map((peer) => (
        <div key={peer.clientId}>
          {peer.presence.view?.phase === phase && <SelectionOf user={peer.user} names={peer.presence.selection} />}
          {peer.presence.pointer?.phase === phase && <PointerOf user={peer.user} pointer={peer.presence.pointer} />}
        </div>
      ))}
    </div>
  );
}

const PointerOf = memo(function PointerOf({ user, pointer: { x, y } }: { readonly user: PresentPerson; readonly pointer: { readonly x: number; readonly y: number } }) {
  const editor = useEditor();
  const zoom = useValue('zoom', () => editor.getZoomLevel(), [editor]);
  if (!Number.isFinite(x) || !Number.isFinite(y)) return null;
  return (
    <div data-peer-pointer={user.name} className="absolute left-0 top-0 origin-top-left" style={{ transform: `translate(${x}px, ${y}px) scale(${1 / zoom})` }}>
      <svg width="16" height="18" aria-hidden>
        <path d="M1 1 L1 15 L5 11.5 L8 17 L10.5 16 L7.8 10.6 L13 10.4 Z" fill={user.color} stroke="var(--paper)" strokeWidth="1" />
      </svg>
      <NameTag user={user} className="absolute left-3 top-4" />
    </div>
  );
});

const SelectionOf = memo(function SelectionOf({ user, names }: { readonly user: PresentPerson; readonly names: unknown }) {
  const editor = useEditor();
  const frames = useValue('frames', () => framesOf(editor, names), [editor, names]);
  const zoom = useValue('zoom', () => editor.getZoomLevel(), [editor]);
  return frames.map(({ name, x, y, w, h }, index) => (
    <div
      key={name}
      className="absolute left-0 top-0 rounded-sm"
      style={{ transform: `translate(${x}px, ${y}px)`, width: w, height: h, outline: `${2 / zoom}px solid ${user.color}`, outlineOffset: 3 / zoom }}
    >
      {index === 0 && (
        <div className="absolute bottom-full right-0 origin-bottom-right" style={{ transform: `scale(${1 / zoom})`, marginBottom: 5 / zoom }}>
          <NameTag user={user} />
        </div>
      )}
    </div>
  ));
});

function framesOf(editor: Editor, names: unknown): { name: string; x: number; y: number; w: number; h: number }[] {
  if (!Array.isArray(names)) return [];
  return names.slice(0, 50).flatMap((name: unknown) => {
    const id = typeof name === 'string' ? shapeIdOfName(name) : null;
    const bounds = id && editor.getShape(id) ? editor.getShapePageBounds(id) : undefined;
    return bounds ? [{ name: name as string, x: bounds.x, y: bounds.y, w: bounds.w, h: bounds.h }] : [];
  });
}

function NameTag({ user, className = '' }: { readonly user: PresentPerson; readonly className?: string }) {
  return (
    <span className={`flex items-center gap-1 whitespace-nowrap rounded border bg-raised px-1 text-sm text-ink ${className}`} style={{ borderColor: user.color }}>
      {user.name}
      <DelegationBadge code={user.delegation} />
    </span>
  );
}

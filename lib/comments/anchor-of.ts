import type { TextAnchor } from '@/lib/document/text-anchors';
import type { ThreadRow } from './find-thread';

/** The range of wording that a thread is about; null: the whole item. */
export function anchorOf({ anchorStart, anchorEnd, quote }: Pick<ThreadRow, 'anchorStart' | 'anchorEnd' | 'quote'>): TextAnchor | null {
  return anchorStart !== null && anchorEnd !== null && quote !== null ? { start: anchorStart, end: anchorEnd, quote } : null;
}

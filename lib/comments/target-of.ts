import type { ProposalTarget } from '@/lib/document/proposed-change';
import type { ProposalPart } from '@/lib/domain/comments';
import { parseItemName } from '@/lib/domain/items';
import { anchorOf } from './anchor-of';
import type { ThreadRow } from './find-thread';

/** What a change proposed in a thread would change; null if the thread is about nothing that this version knows. */
export function targetOf(thread: ThreadRow, part: ProposalPart): ProposalTarget | null {
  const item = parseItemName(thread.item);
  return item && { item, part, anchor: anchorOf(thread) };
}

import type { Thread } from '@/lib/comments/thread';
import type { NamedPerson } from '@/lib/domain/named-person';
import type { HistoryEdit, HistoryWord, ItemHistory } from '@/lib/scenarios/read-item-history';
import type { Snapshot } from '@/lib/snapshots/snapshot';

/** Something that happened to an item or around it. */
export type HistoryEntry =
  /** `previous`: what the item said before; undefined: that is not known here, null: nothing. */
  | { readonly kind: 'edit'; readonly at: string; readonly edit: HistoryEdit; readonly previous: HistoryEdit['content'] | undefined }
  | { readonly kind: 'word'; readonly at: string; readonly word: HistoryWord }
  | { readonly kind: 'comment'; readonly at: string; readonly by: NamedPerson; readonly thread: string; readonly body: string; readonly proposal: Thread['comments'][number]['proposal'] }
  | { readonly kind: 'decision'; readonly at: string; readonly by: NamedPerson; readonly thread: string; readonly decision: string; readonly proposal: NonNullable<Thread['comments'][number]['proposal']> }
  | { readonly kind: 'signature'; readonly at: string; readonly by: NamedPerson; readonly version: number; readonly agreed: boolean };

/**
 * All that belongs to an item's wordings, newest first. Of what was said, only what falls into the time that the page covers.
 * @param isNewest the page begins with the newest wording
 */
export function timelineOf({
  history,
  threads,
  snapshots,
  isNewest,
}: {
  readonly history: ItemHistory;
  readonly threads: readonly Thread[];
  readonly snapshots: readonly Snapshot[];
  readonly isNewest: boolean;
}): HistoryEntry[] {
  const { edits, olderThan, words } = history;
  const hasOlder = olderThan !== null;
  const entries: HistoryEntry[] = [
    ...edits.map((edit, index): HistoryEntry => {
      const earlier = edits[index + 1];
      return { kind: 'edit', at: edit.to, edit, previous: earlier ? earlier.content : hasOlder ? undefined : null };
    }),
    ...words.map((word): HistoryEntry => ({ kind: 'word', at: word.at, word })),
    ...threads.flatMap((thread) =>
      thread.comments
        .filter(({ isDeleted }) => !isDeleted)
        .flatMap(({ at, author, body, proposal }): HistoryEntry[] => [
          { kind: 'comment', at, by: author, thread: thread.id, body, proposal },
          ...(proposal?.decided ? [{ kind: 'decision' as const, at: proposal.decided.at, by: proposal.decided.by, thread: thread.id, decision: proposal.decided.decision, proposal }] : []),
        ]),
    ),
    ...snapshots.flatMap(({ number, parties, agreed }) =>
      parties.flatMap(({ signed }): HistoryEntry[] => (signed ? [{ kind: 'signature', at: signed.at, by: signed.by, version: number, agreed }] : [])),
    ),
  ];
  const newest = isNewest ? '\uffff' : (edits[0]?.to ?? '');
  const oldest = hasOlder ? (edits.at(-1)?.from ?? '') : '';
  // `sort` keeps the order of what happened at the same moment.
  return entries.filter(({ at }) => at <= newest && at >= oldest).sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

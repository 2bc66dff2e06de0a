'use client';
import { readTarget } from '@/lib/document/proposed-change';
import type { TextAnchor } from '@/lib/document/text-anchors';
import { proposalParts, type ProposalPart } from '@/lib/domain/comments';
import { parseItemName } from '@/lib/domain/items';
import { useSession } from '../session/hooks';
import type { CommentBody } from './agreement-api';
import { useDraft } from './drafts';

/** A change that somebody is about to propose. */
export interface ProposalDraft {
  /** What of the item could be changed. Empty: nothing, the item as a whole can only be discussed. */
  readonly parts: readonly ProposalPart[];
  /** Null while nothing is proposed. */
  readonly current: { readonly part: ProposalPart; readonly before: string; readonly after: string } | null;
  begin(part: ProposalPart): void;
  setAfter(after: string): void;
  drop(): void;
}

/**
 * A proposed change beside a half-typed comment; its new text is kept as the comment's is.
 * @param draft key of the comment's draft; give the component a React key of the same value
 */
export function useProposal(draft: string, itemName: string, anchor: TextAnchor | null): ProposalDraft {
  const { doc } = useSession();
  const item = parseItemName(itemName);
  const read = (part: ProposalPart): string | null => item && readTarget(doc, { item, part, anchor });
  const [kept, keep] = useDraft(`${draft}:proposal`);
  const parts = proposalParts.filter((part) => read(part) !== null);
  const known = readKept(kept);
  const current = known && parts.includes(known.part) ? known : null;
  return {
    parts,
    current,
    begin(part) {
      const before = read(part);
      if (before === null) return;
      keep(JSON.stringify({ part, before, after: before }));
    },
    setAfter: (after) => current && keep(JSON.stringify({ ...current, after })),
    drop: () => keep(''),
  };
}

/** A proposal as it is kept; null: none, or one of another form. */
function readKept(kept: string): ProposalDraft['current'] {
  try {
    const { part, before, after } = JSON.parse(kept) as Record<string, unknown>;
    const known = proposalParts.find((each) => each === part);
    return known && typeof before === 'string' && typeof after === 'string' ? { part: known, before, after } : null;
  } catch {
    return null;
  }
}

/** What is sent of it; null while nothing is proposed, or nothing would change. */
export function proposedIn({ current }: ProposalDraft): CommentBody['proposal'] {
  return current && current.after !== current.before ? current : null;
}

'use client';
import { useState } from 'react';
import { readTarget } from '@/lib/document/proposed-change';
import type { TextAnchor } from '@/lib/document/text-anchors';
import { proposalParts, type ProposalPart } from '@/lib/domain/comments';
import { parseItemName } from '@/lib/domain/items';
import { useSession } from '../session/hooks';
import type { CommentBody } from './agreement-api';
import { dropDraft, useDraft } from './drafts';

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
  const [begun, setBegun] = useState<{ readonly part: ProposalPart; readonly before: string } | null>(null);
  const [after, setAfter] = useDraft(`${draft}:proposal`);
  return {
    parts: proposalParts.filter((part) => read(part) !== null),
    current: begun && { ...begun, after },
    begin(part) {
      const before = read(part);
      if (before === null) return;
      setBegun({ part, before });
      setAfter(before);
    },
    setAfter,
    drop() {
      setBegun(null);
      dropDraft(`${draft}:proposal`);
    },
  };
}

/** What is sent of it; null while nothing is proposed, or nothing would change. */
export function proposedIn({ current }: ProposalDraft): CommentBody['proposal'] {
  return current && current.after !== current.before ? current : null;
}

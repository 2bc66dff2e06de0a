import type * as Y from 'yjs';
import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { once } from '@/lib/db/once';
import { rightOf } from '@/lib/db/rights';
import { threads } from '@/lib/db/schema/comments';
import { hasItem } from '@/lib/document/has-item';
import { projectScenario } from '@/lib/document/project-scenario';
import { sectionOf } from '@/lib/document/roots';
import { letterRange, plainSection, type TextAnchor } from '@/lib/document/text-anchors';
import { longestQuote, type ThreadKind } from '@/lib/domain/comments';
import { AccordError } from '@/lib/domain/errors';
import { itemLabels } from '@/lib/domain/item-labels';
import { parseItemName, type Item } from '@/lib/domain/items';
import { soundInPlace } from '@/lib/domain/text';
import { readDocument } from '@/lib/log/read-document';
import { can, type Actor } from '@/lib/policies/can';
import { requireCan } from '@/lib/policies/require-can';
import { announceThread } from './announce-thread';
import { findRequest } from './find-request';
import { bodyOf, insertComment, type CommentParts } from './insert-comment';

export interface NewThread extends CommentParts {
  readonly scenario: string;
  /** `itemName` of what is discussed. */
  readonly item: string;
  readonly body: string;
  /** A uuid chosen for one press of "send": the same one again makes nothing new, and with another text is refused. */
  readonly requestId: string;
  readonly kind?: ThreadKind | undefined;
  /** The range of a section's text that is discussed; none: the whole item. */
  readonly anchor?: TextAnchor | null | undefined;
  /** Keeps the thread to the author's own delegation until somebody of it releases it. */
  readonly internal?: boolean | undefined;
}

/**
 * Begins the discussion of an item with a first comment.
 * @returns the ids of the thread and its comment
 * @throws not-found (scenario, or an item or range that its document has never held), forbidden, empty-text, too-large,
 *   unknown-person (called, but may not read it), text-moved (something else stands there now than what the author saw)
 */
export async function createThread(db: Database, actor: Actor, input: NewThread): Promise<{ thread: string; comment: string }> {
  const { scenario, kind = 'general', internal = false } = input;
  const anchor = input.anchor ? { ...input.anchor, quote: soundInPlace(input.anchor.quote) } : null;
  const attempt = (): Promise<{ thread: string; comment: string }> =>
    db.transaction(async (tx) => {
      const right = await rightOf(tx, actor.id, scenario);
      requireCan(actor, 'thread.create', { right });
      if (internal && !can(actor, 'internal-thread.begin', { right })) throw new AccordError('forbidden');
      const body = bodyOf(input);
      const earlier = await findRequest(tx, { ...input, author: actor.id, body, to: { item: input.item, anchor } });
      if (earlier) return earlier;

      const item = parseItemName(input.item);
      if (!item) throw new AccordError('not-found');
      let read: Promise<Y.Doc> | null = null;
      const readDoc = (): Promise<Y.Doc> => (read ??= readDocument(tx, scenario).then(({ doc }) => doc));
      const isEntity = item.kind !== 'scenario' && item.kind !== 'section';
      if (isEntity && !hasItem(await readDoc(), item)) throw new AccordError('not-found');
      if (anchor) requireRange(await readDoc(), item, anchor);

      const [thread] = await tx
        .insert(threads)
        .values({
          scenarioId: scenario,
          item: input.item,
          kind,
          createdBy: actor.id,
          internalTo: internal ? actor.delegationId : null,
          ...(isEntity && { called: itemLabels(projectScenario(await readDoc()), input.item) }),
          ...(anchor && { anchorStart: anchor.start, anchorEnd: anchor.end, quote: anchor.quote }),
        })
        .returning();
      const comment = await insertComment(tx, thread!, { ...input, author: actor.id, body }, readDoc);
      const subject = { thread: thread!.id, comment: comment.id, item: input.item, ...(thread!.internalTo && { internalTo: thread!.internalTo }) };
      await audit(tx, { person: actor.id, verb: 'thread.create', scenario, subject });
      await announceThread(tx, thread!);
      return { thread: thread!.id, comment: comment.id };
    });
  return once(attempt, 'comments_request');
}

/** A quote is what really stood there: nobody is made to have written anything. */
function requireRange(doc: Y.Doc, item: Item, anchor: TextAnchor): void {
  if (item.kind !== 'section') throw new AccordError('bad-request');
  if (anchor.quote.length > longestQuote) throw new AccordError('too-large', { most: longestQuote });
  const fragment = sectionOf(doc, item.section, item.language);
  const plain = plainSection(fragment);
  const range = letterRange(fragment, anchor, plain);
  if (!range) throw new AccordError('not-found');
  if (!anchor.quote.trim() || plain.text.slice(range.from, range.to) !== anchor.quote) throw new AccordError('text-moved');
}

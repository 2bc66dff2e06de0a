import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { notify } from '@/lib/db/notifications';
import { once } from '@/lib/db/once';
import { rightOf } from '@/lib/db/rights';
import { comments, threads } from '@/lib/db/schema/comments';
import { hasItem } from '@/lib/document/has-item';
import { AccordError } from '@/lib/domain/errors';
import { parseItemName } from '@/lib/domain/items';
import { longestComment, statedText } from '@/lib/domain/stated-text';
import { readDocument } from '@/lib/log/read-document';
import type { Actor } from '@/lib/policies/can';
import { requireCan } from '@/lib/policies/require-can';
import { findRequest } from './find-request';

export interface NewThread {
  readonly scenario: string;
  /** `itemName` of what is discussed. */
  readonly item: string;
  readonly body: string;
  /** A uuid chosen for one press of "send": the same one again makes nothing new. */
  readonly requestId: string;
}

/**
 * Begins the discussion of an item with a first comment.
 * @returns the ids of the thread and its comment
 * @throws not-found (scenario, or an item that its document has never held), forbidden, empty-text, too-large
 */
export async function createThread(db: Database, actor: Actor, input: NewThread): Promise<{ thread: string; comment: string }> {
  const { scenario, requestId } = input;
  const attempt = (): Promise<{ thread: string; comment: string }> =>
    db.transaction(async (tx) => {
      requireCan(actor, 'thread.create', { right: await rightOf(tx, actor.id, scenario) });
      const body = statedText(input.body, longestComment);
      const earlier = await findRequest(tx, { author: actor.id, requestId, scenario });
      if (earlier) return earlier;

      const item = parseItemName(input.item);
      if (!item) throw new AccordError('not-found');
      const isEntity = item.kind !== 'scenario' && item.kind !== 'section';
      if (isEntity && !hasItem((await readDocument(tx, scenario)).doc, item)) throw new AccordError('not-found');

      const [thread] = await tx
        .insert(threads)
        .values({ scenarioId: scenario, item: input.item, createdBy: actor.id })
        .returning({ id: threads.id });
      const [comment] = await tx
        .insert(comments)
        .values({ threadId: thread!.id, authorId: actor.id, body, requestId })
        .returning({ id: comments.id });
      await audit(tx, { person: actor.id, verb: 'thread.create', scenario, subject: { thread: thread!.id, comment: comment!.id, item: input.item } });
      await notify(tx, { about: 'threads', scenario, thread: thread!.id });
      return { thread: thread!.id, comment: comment!.id };
    });
  return once(attempt, 'comments_request');
}

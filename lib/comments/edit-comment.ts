import { eq, sql } from 'drizzle-orm';
import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { rightOf } from '@/lib/db/rights';
import { comments } from '@/lib/db/schema/comments';
import type { Language } from '@/lib/domain/languages';
import { longestComment, optionalText, statedText } from '@/lib/domain/stated-text';
import type { Actor } from '@/lib/policies/can';
import { announceThread } from './announce-thread';
import { requireOwnComment } from './require-own-comment';
import { setMentions } from './insert-comment';

export interface EditedComment {
  readonly scenario: string;
  readonly thread: string;
  readonly comment: string;
  readonly body: string;
  readonly language?: Language | null | undefined;
  /** Whom it calls from now on; none by default. */
  readonly mentions?: readonly string[] | undefined;
}

/**
 * Changes one's own comment; it is marked as edited. One that says the same already is left as it is.
 * @throws not-found (also if it has been deleted), forbidden (somebody else's), empty-text, too-large, unknown-person
 */
export async function editComment(db: Database, actor: Actor, input: EditedComment): Promise<void> {
  const { scenario, mentions = [] } = input;
  await db.transaction(async (tx) => {
    const { thread, comment } = await requireOwnComment(tx, actor, await rightOf(tx, actor.id, scenario), input);
    // one that proposes a change may have no words of its own
    const body = (comment.body === '' ? optionalText : statedText)(input.body, longestComment);
    const language = input.language === undefined ? comment.language : input.language;
    const callsOthers = await setMentions(tx, thread, comment, mentions);
    if (body === comment.body && language === comment.language && !callsOthers) return;
    await tx
      .update(comments)
      .set({ body, language, ...(body !== comment.body && { editedAt: sql`clock_timestamp()` }) })
      .where(eq(comments.id, comment.id));
    await audit(tx, { person: actor.id, verb: 'comment.edit', scenario, subject: { thread: thread.id, comment: comment.id } });
    await announceThread(tx, thread);
  });
}

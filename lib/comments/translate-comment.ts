import { and, eq, sql } from 'drizzle-orm';
import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { rightOf } from '@/lib/db/rights';
import { commentTranslations } from '@/lib/db/schema/comments';
import { AccordError } from '@/lib/domain/errors';
import type { Language } from '@/lib/domain/languages';
import { longestComment, statedText } from '@/lib/domain/stated-text';
import type { Actor } from '@/lib/policies/can';
import { requireCan } from '@/lib/policies/require-can';
import { announceThread } from './announce-thread';
import { findComment, findThread } from './find-thread';

export interface NewTranslation {
  readonly scenario: string;
  readonly thread: string;
  readonly comment: string;
  readonly language: Language;
  readonly body: string;
}

/**
 * Says a comment in another language, under the translator's own name; takes the place of an earlier translation. Sent
 * again it changes nothing.
 * @throws not-found (scenario, thread, or comment), forbidden, empty-text, too-large, bad-request (into its own language)
 */
export async function translateComment(db: Database, actor: Actor, input: NewTranslation): Promise<void> {
  const { scenario, language } = input;
  await db.transaction(async (tx) => {
    requireCan(actor, 'thread.translate', { right: await rightOf(tx, actor.id, scenario) });
    const body = statedText(input.body, longestComment);
    const thread = await findThread(tx, actor, scenario, input.thread);
    const comment = await findComment(tx, thread, input.comment);
    if (comment.language === language) throw new AccordError('bad-request');
    const [earlier] = await tx
      .select()
      .from(commentTranslations)
      .where(and(eq(commentTranslations.commentId, comment.id), eq(commentTranslations.language, language)));
    if (earlier?.body === body && earlier.personId === actor.id) return;
    const said = { body, personId: actor.id, at: sql`clock_timestamp()` };
    await tx
      .insert(commentTranslations)
      .values({ commentId: comment.id, language, ...said })
      .onConflictDoUpdate({ target: [commentTranslations.commentId, commentTranslations.language], set: said });
    await audit(tx, { person: actor.id, verb: 'comment.translate', scenario, subject: { thread: thread.id, comment: comment.id, language } });
    await announceThread(tx, thread);
  });
}

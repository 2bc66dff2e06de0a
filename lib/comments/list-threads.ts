import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { peopleNamed } from '@/lib/db/people-named';
import { rightOf } from '@/lib/db/rights';
import { commentMentions, comments, commentTranslations, proposals, threadReads, threads } from '@/lib/db/schema/comments';
import { delegations } from '@/lib/db/schema/people';
import { grouped } from '@/lib/domain/grouped';
import type { NamedPerson } from '@/lib/domain/named-person';
import type { Actor } from '@/lib/policies/can';
import { requireCan } from '@/lib/policies/require-can';
import { anchorOf } from './anchor-of';
import type { Assignee, Comment, Proposal, Thread, Translation } from './thread';
import type { CommentRow, ThreadRow } from './find-thread';

/**
 * All threads of a scenario that this person may see, in the order in which they were begun.
 * @throws not-found if there is no such scenario for this person
 */
export async function listThreads(db: Queryable, actor: Actor, scenario: string): Promise<Thread[]> {
  requireCan(actor, 'scenario.read', { right: await rightOf(db, actor.id, scenario) });
  // one statement, so that no thread is seen without its first comment
  const rows = await db
    .select({ thread: threads, comment: comments, proposal: proposals, readUpTo: threadReads.readUpTo })
    .from(threads)
    .innerJoin(comments, eq(comments.threadId, threads.id))
    .leftJoin(proposals, eq(proposals.commentId, comments.id))
    .leftJoin(threadReads, and(eq(threadReads.threadId, threads.id), eq(threadReads.personId, actor.id)))
    .where(and(eq(threads.scenarioId, scenario), or(isNull(threads.internalTo), actor.delegationId === null ? undefined : eq(threads.internalTo, actor.delegationId))))
    .orderBy(asc(threads.createdAt), asc(threads.id), asc(comments.createdAt), asc(comments.id));
  if (rows.length === 0) return [];

  const ofThese = db.select({ id: threads.id }).from(threads).where(eq(threads.scenarioId, scenario));
  const [mentions, translations, codes] = await Promise.all([
    db.select({ comment: commentMentions.commentId, person: commentMentions.personId }).from(commentMentions).innerJoin(comments, eq(comments.id, commentMentions.commentId)).where(inArray(comments.threadId, ofThese)),
    db.select({ translation: commentTranslations }).from(commentTranslations).innerJoin(comments, eq(comments.id, commentTranslations.commentId)).where(inArray(comments.threadId, ofThese)).orderBy(asc(commentTranslations.language)),
    db.select({ id: delegations.id, code: delegations.code }).from(delegations),
  ]);
  const named = await peopleNamed(db, [
    ...rows.flatMap(({ thread, comment, proposal }) => [comment.authorId, thread.resolvedBy, thread.assignedPerson, proposal?.decidedBy].filter((id) => id != null)),
    ...mentions.map(({ person }) => person),
    ...translations.map(({ translation }) => translation.personId),
  ]);
  const codeOf = new Map(codes.map(({ id, code }) => [id, code]));
  const mentionsOf = grouped(mentions, ({ comment }) => comment);
  const translationsOf = grouped(translations, ({ translation }) => translation.commentId);

  const list = new Map<string, Omit<Thread, 'unread' | 'comments'> & { unread: number; comments: Comment[] }>();
  for (const { thread, comment, proposal, readUpTo } of rows) {
    let entry = list.get(thread.id);
    if (!entry) list.set(thread.id, (entry = { ...asThread(thread, named, codeOf), unread: 0, comments: [] }));
    if (comment.authorId !== actor.id && !comment.deletedAt && (!readUpTo || comment.createdAt > readUpTo)) entry.unread++;
    entry.comments.push({
      ...asComment(comment, named),
      mentions: (mentionsOf.get(comment.id) ?? []).map(({ person }) => named.get(person)!),
      translations: (translationsOf.get(comment.id) ?? []).map(({ translation }) => asTranslation(translation, named)),
      proposal: proposal && asProposal(proposal, named),
    });
  }
  return [...list.values()];
}

type Named = ReadonlyMap<string, NamedPerson>;

function asThread(thread: ThreadRow, named: Named, codeOf: ReadonlyMap<string, string>): Omit<Thread, 'unread' | 'comments'> {
  const by = thread.resolvedBy && named.get(thread.resolvedBy);
  let assignee: Assignee | null = null;
  if (thread.assignedPerson) assignee = { person: named.get(thread.assignedPerson)! };
  else if (thread.assignedDelegation) assignee = { delegation: codeOf.get(thread.assignedDelegation)! };
  return {
    id: thread.id,
    item: thread.item,
    kind: thread.kind,
    anchor: anchorOf(thread),
    called: thread.called,
    internalTo: thread.internalTo && codeOf.get(thread.internalTo)!,
    assignee,
    dueOn: thread.dueOn,
    resolved: by && thread.resolvedAt ? { by, at: thread.resolvedAt.toISOString() } : null,
  };
}

function asComment(comment: CommentRow, named: Named): Omit<Comment, 'mentions' | 'translations' | 'proposal'> {
  return {
    id: comment.id,
    author: named.get(comment.authorId)!,
    body: comment.body,
    at: comment.createdAt.toISOString(),
    language: comment.language,
    editedAt: comment.editedAt?.toISOString() ?? null,
    isDeleted: comment.deletedAt !== null,
  };
}

const asTranslation = ({ language, body, personId, at }: typeof commentTranslations.$inferSelect, named: Named): Translation => ({ language, body, by: named.get(personId)!, at: at.toISOString() });

function asProposal({ part, before, after, decision, decidedBy, decidedAt }: typeof proposals.$inferSelect, named: Named): Proposal {
  const by = decidedBy && named.get(decidedBy);
  return { part, before, after, decided: decision && by && decidedAt ? { decision, by, at: decidedAt.toISOString() } : null };
}

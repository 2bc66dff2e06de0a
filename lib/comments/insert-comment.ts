import { and, eq, inArray, sql } from 'drizzle-orm';
import type * as Y from 'yjs';
import type { Transaction } from '@/lib/db/client';
import { commentMentions, comments, proposals } from '@/lib/db/schema/comments';
import { readTarget } from '@/lib/document/proposed-change';
import { mostMentions, type ProposalPart } from '@/lib/domain/comments';
import { AccordError } from '@/lib/domain/errors';
import type { Language } from '@/lib/domain/languages';
import { changes } from '@/lib/domain/scenario';
import { longestComment, optionalText, statedText } from '@/lib/domain/stated-text';
import { soundInPlace, soundText } from '@/lib/domain/text';
import type { CommentRow, ThreadRow } from './find-thread';
import { requireReaders } from './require-readers';
import { targetOf } from './target-of';
import { tellOfThread } from './tell-of-thread';

/** What a comment may bring along beside its text. */
export interface CommentParts {
  readonly language?: Language | null | undefined;
  /** Ids of the people it calls. */
  readonly mentions?: readonly string[] | undefined;
  readonly proposal?: NewProposal | null | undefined;
}

export interface NewProposal {
  readonly part: ProposalPart;
  /** What the author saw there. */
  readonly before: string;
  readonly after: string;
}

/** What a comment says; one that proposes a change may leave it at that. @throws empty-text, too-large */
export function bodyOf({ body, proposal }: CommentParts & { readonly body: string }): string {
  return (proposal ? optionalText : statedText)(body, longestComment);
}

/** What the author saw, as it is kept: as `readTarget` reads it. */
export const oldTextOf = ({ before }: NewProposal): string => soundInPlace(before);

/** The new text as it is kept: a line feed of a range ends a paragraph, whatever the client's machine writes for one. */
export function newTextOf({ part, after }: NewProposal): string {
  return soundText(part === 'range' ? after.replace(/\r\n?/g, '\n') : after);
}

/**
 * Writes a comment with all it brings along.
 * @param readDoc the scenario's document; asked only where a change is proposed
 * @throws unknown-person; text-moved if something else stands where the change is proposed; bad-request
 */
export async function insertComment(
  tx: Transaction,
  thread: ThreadRow,
  comment: CommentParts & { readonly author: string; readonly body: string; readonly requestId: string },
  readDoc: () => Promise<Y.Doc>,
): Promise<CommentRow> {
  const { author, body, requestId, language = null, mentions = [], proposal = null } = comment;
  const [row] = await tx
    .insert(comments)
    // not `now()`, the transaction's start: replies that waited for the thread's lock keep their order
    .values({ threadId: thread.id, authorId: author, body, language, requestId, createdAt: sql`clock_timestamp()` })
    .returning();
  await setMentions(tx, thread, row!, mentions);
  if (proposal) await insertProposal(tx, thread, row!.id, proposal, await readDoc());
  return row!;
}

/**
 * Writes whom a comment calls, and tells those who were not called before. Who was may have lost the right to read since: that
 * keeps nobody from mending a word.
 * @returns whether it calls others now than before
 * @throws unknown-person, bad-request if it calls too many
 */
export async function setMentions(tx: Transaction, thread: ThreadRow, { id, authorId }: CommentRow, mentions: readonly string[]): Promise<boolean> {
  if (mentions.length > mostMentions) throw new AccordError('bad-request');
  const wanted = new Set(mentions.map((person) => person.toLowerCase()));
  const before = (await tx.select({ person: commentMentions.personId }).from(commentMentions).where(eq(commentMentions.commentId, id))).map(({ person }) => person);
  const called = await requireReaders(tx, thread.scenarioId, thread.internalTo, [...wanted].filter((person) => !before.includes(person)));
  const dropped = before.filter((person) => !wanted.has(person));
  if (dropped.length) await tx.delete(commentMentions).where(and(eq(commentMentions.commentId, id), inArray(commentMentions.personId, dropped)));
  if (called.length) await tx.insert(commentMentions).values(called.map((personId) => ({ commentId: id, personId })));
  await tellOfThread(tx, thread, { kind: 'mentioned', people: called, by: authorId, comment: id });
  return called.length + dropped.length > 0;
}

async function insertProposal(tx: Transaction, thread: ThreadRow, comment: string, proposal: NewProposal, doc: Y.Doc): Promise<void> {
  const { part } = proposal;
  const before = oldTextOf(proposal);
  const after = newTextOf(proposal);
  if (after.length > longestComment) throw new AccordError('too-large', { most: longestComment });
  if (after === before) throw new AccordError('bad-request');
  if (part === 'change' && after !== '' && !changes.some((known) => known === after)) throw new AccordError('bad-request');
  const target = targetOf(thread, part);
  if (!target) throw new AccordError('bad-request');
  const now = readTarget(doc, target);
  if (now === null) throw new AccordError('not-found');
  if (now !== before) throw new AccordError('text-moved');
  await tx.insert(proposals).values({ commentId: comment, part, before, after });
}

import { z } from 'zod';
import { answer, readJson } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { deleteComment } from '@/lib/comments/delete-comment';
import { editComment } from '@/lib/comments/edit-comment';
import { database } from '@/lib/db/client';
import { language, mentions } from '../../../shapes';

interface Context {
  readonly params: Promise<{ readonly id: string; readonly thread: string; readonly comment: string }>;
}

const edited = z.strictObject({ body: z.string(), language: language.nullish(), mentions: mentions.optional() });

/** Changes one's own comment. */
export const PUT = answer(async (request, { params }: Context) => {
  const { actor } = await actingPerson();
  const input = await readJson(request, edited);
  const { id, thread, comment } = await params;
  await editComment(database(), actor, { ...input, scenario: id, thread, comment });
});

/** Takes back one's own comment. */
export const DELETE = answer(async (_request, { params }: Context) => {
  const { actor } = await actingPerson();
  const { id, thread, comment } = await params;
  await deleteComment(database(), actor, { scenario: id, thread, comment });
});

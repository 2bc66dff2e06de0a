import { z } from 'zod';
import { answer, readJson } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { translateComment } from '@/lib/comments/translate-comment';
import { database } from '@/lib/db/client';
import { AccordError } from '@/lib/domain/errors';
import { isLanguage } from '@/lib/domain/languages';

interface Context {
  readonly params: Promise<{ readonly id: string; readonly thread: string; readonly comment: string; readonly language: string }>;
}

const translation = z.strictObject({ body: z.string() });

/** Says the comment in another language. */
export const PUT = answer(async (request, { params }: Context) => {
  const { actor } = await actingPerson();
  const { body } = await readJson(request, translation);
  const { id, thread, comment, language } = await params;
  if (!isLanguage(language)) throw new AccordError('bad-request');
  await translateComment(database(), actor, { scenario: id, thread, comment, language, body });
});

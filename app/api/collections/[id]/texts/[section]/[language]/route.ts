import { z } from 'zod';
import { answer, readJson } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { writeText } from '@/lib/collections/write-text';
import { database } from '@/lib/db/client';
import { AccordError } from '@/lib/domain/errors';
import { isLanguage } from '@/lib/domain/languages';
import { matterSections } from '@/lib/domain/matter';
import { richTextShape } from '@/lib/exchange/exchange-schema';

interface Context {
  readonly params: Promise<{ readonly id: string; readonly section: string; readonly language: string }>;
}

const written = z.strictObject({ text: richTextShape, version: z.int().min(0) });

/** Stores a text of the front or back matter that builds on a version of it. */
export const PUT = answer(async (request, { params }: Context) => {
  const { actor } = await actingPerson();
  const body = await readJson(request, written);
  const { id, section: asked, language } = await params;
  const section = matterSections.find((each) => each === asked);
  if (!section || !isLanguage(language)) throw new AccordError('not-found');
  return writeText(database(), actor, { collection: id, section, language, ...body });
});

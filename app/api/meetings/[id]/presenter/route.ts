import { z } from 'zod';
import { answer, readJson } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { database } from '@/lib/db/client';
import { setPresenter } from '@/lib/meetings/set-presenter';
import type { MeetingContext } from '../../meeting-shape';

const presenting = z.strictObject({ person: z.string().nullable(), onlyPresenterEdits: z.boolean() });

/** Names whom the others follow, and whether they edit meanwhile. */
export const PUT = answer(async (request, { params }: MeetingContext) => {
  const { actor } = await actingPerson();
  const input = await readJson(request, presenting);
  return setPresenter(database(), actor, { ...input, meeting: (await params).id });
});

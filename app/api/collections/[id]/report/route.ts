import { answer } from '@/app/api/answer';
import { readCollectionEdition } from '@/app/reports/read-edition';
import { reportAnswer } from '@/app/reports/report-answer';
import { actingPerson } from '@/app/session';
import { database } from '@/lib/db/client';
import type { CollectionContext } from '../../collection-shape';

/** The report of a collection: see `reportAnswer`. */
export const GET = answer(async (request, { params }: CollectionContext) => {
  const { actor } = await actingPerson();
  const { id } = await params;
  return reportAnswer(request, ({ onProgress, signal }) => readCollectionEdition(database(), actor, id, (done, of) => onProgress({ stage: 'reading', done, of }), signal));
});

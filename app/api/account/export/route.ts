import { answer } from '@/app/api/answer';
import { attachment } from '@/app/api/attachment';
import { actingPerson } from '@/app/session';
import { database } from '@/lib/db/client';
import { exportOwnData } from '@/lib/people/export-own-data';

/** All that is stored of the reader, as a file; nobody else's. A POST, since it is written down that it was taken. */
export const POST = answer(async () => {
  const { actor } = await actingPerson();
  const data = await exportOwnData(database(), actor);
  return new Response(JSON.stringify(data, null, 2), {
    headers: { 'content-type': 'application/json; charset=utf-8', 'content-disposition': attachment(`accord-${data.exportedAt.slice(0, 10)}.json`), 'cache-control': 'no-store' },
  });
});

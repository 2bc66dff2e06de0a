import { getLocale } from 'next-intl/server';
import { answer } from '@/app/api/answer';
import { attachment } from '@/app/api/attachment';
import { protocolOf } from '@/app/meetings/protocol';
import { fileName } from '@/app/scenarios/file-name';
import { actingPerson } from '@/app/session';
import { database } from '@/lib/db/client';
import { AccordError } from '@/lib/domain/errors';
import { isLanguage } from '@/lib/domain/languages';
import { positionsTaken } from '@/lib/meetings/positions-taken';
import { readMeeting } from '@/lib/meetings/read-meeting';
import { toDocx } from '@/lib/print/to-docx';
import { toPdf } from '@/lib/print/to-pdf';
import type { MeetingContext } from '../../meeting-shape';

const types = { docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', pdf: 'application/pdf' } as const;

/** The protocol: `?format=docx|pdf` (default: pdf), `?lang=en|de|zh` (default: the reader's). */
export const GET = answer(async (request, { params }: MeetingContext) => {
  const { actor } = await actingPerson();
  const query = new URL(request.url).searchParams;
  const format = query.get('format') ?? 'pdf';
  const language: string = query.get('lang') ?? (await getLocale());
  if ((format !== 'docx' && format !== 'pdf') || !isLanguage(language)) throw new AccordError('bad-request');
  const meeting = await readMeeting(database(), actor, (await params).id);
  const protocol = await protocolOf(meeting, await positionsTaken(database(), meeting), language);
  const file = await (format === 'docx' ? toDocx(protocol) : toPdf(protocol));
  return new Response(file, { headers: { 'content-type': types[format], 'content-disposition': attachment(`${fileName(protocol.title)}.${format}`), 'cache-control': 'no-store' } });
});

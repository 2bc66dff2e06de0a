import { answer } from '@/app/api/answer';
import { readScenarioEdition, type AskedVersion } from '@/app/reports/read-edition';
import { reportAnswer } from '@/app/reports/report-answer';
import { actingPerson } from '@/app/session';
import { database } from '@/lib/db/client';
import { AccordError } from '@/lib/domain/errors';
import { versionNumber } from '@/lib/domain/version-number';

interface Context {
  readonly params: Promise<{ readonly id: string }>;
}

/** The report of a scenario (see `reportAnswer`): `?version=agreed` (default: what was agreed last, else the live text), `live`, or a number. */
export const GET = answer(async (request, { params }: Context) => {
  const { actor } = await actingPerson();
  const { id } = await params;
  const version = asked(new URL(request.url).searchParams.get('version'));
  return reportAnswer(request, () => readScenarioEdition(database(), actor, id, version));
});

function asked(version: string | null): AskedVersion {
  if (version === null || version === 'agreed') return 'agreed';
  if (version === 'live') return 'live';
  const number = versionNumber(version);
  if (number === null) throw new AccordError('bad-request');
  return number;
}

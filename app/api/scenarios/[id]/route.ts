import { answer } from '@/app/api/answer';
import { attachment } from '@/app/api/attachment';
import { fileName } from '@/app/scenarios/file-name';
import { actingPerson } from '@/app/session';
import { textIn } from '@/lib/domain/languages';
import { exportScenario } from '@/lib/exchange/export-scenario';
import { readContent } from './read-content';

interface Context {
  readonly params: Promise<{ readonly id: string }>;
}

/** The scenario as an exchange file: its live content, or that of `?snapshot=N`. */
export const GET = answer(async (request, { params }: Context) => {
  const { actor } = await actingPerson();
  const { scenario, snapshot } = await readContent(actor, (await params).id, new URL(request.url).searchParams);
  const name = `${fileName(textIn(scenario.title, 'en'))}${snapshot === null ? '' : ` (${snapshot})`}.json`;
  return new Response(`${JSON.stringify(exportScenario(scenario), null, 2)}\n`, {
    headers: { 'content-type': 'application/json; charset=utf-8', 'content-disposition': attachment(name), 'cache-control': 'no-store' },
  });
});

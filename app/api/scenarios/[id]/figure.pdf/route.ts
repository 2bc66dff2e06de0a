import { answer } from '@/app/api/answer';
import { attachment } from '@/app/api/attachment';
import { actingPerson } from '@/app/session';
import { figureToPdf } from '@/lib/print/figure-image';
import { askedFigure } from '../asked-figure';

interface Context {
  readonly params: Promise<{ readonly id: string }>;
}

/** A figure of the scenario as PDF, a page of its size: see `askedFigure`. */
export const GET = answer(async (request, { params }: Context) => {
  const { actor } = await actingPerson();
  const { svg, name } = await askedFigure(actor, (await params).id, new URL(request.url).searchParams);
  return new Response(await figureToPdf(svg, name), { headers: { 'content-type': 'application/pdf', 'content-disposition': attachment(`${name}.pdf`), 'cache-control': 'no-store' } });
});

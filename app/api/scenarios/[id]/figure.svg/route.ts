import { answer } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { askedFigure } from '../asked-figure';

interface Context {
  readonly params: Promise<{ readonly id: string }>;
}

/** A figure of the scenario as SVG: see `askedFigure`. */
export const GET = answer(async (request, { params }: Context) => {
  const { actor } = await actingPerson();
  const { svg } = await askedFigure(actor, (await params).id, new URL(request.url).searchParams);
  return new Response(svg, { headers: { 'content-type': 'image/svg+xml; charset=utf-8', 'cache-control': 'no-store' } });
});

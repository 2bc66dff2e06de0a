import { answer } from '@/app/api/answer';
import { attachment } from '@/app/api/attachment';
import { actingPerson } from '@/app/session';
import { figureToPng } from '@/lib/print/figure-image';
import { askedFigure } from '../asked-figure';

interface Context {
  readonly params: Promise<{ readonly id: string }>;
}

/** A figure of the scenario as PNG, at 300 dpi when printed 170 mm wide: see `askedFigure`. */
export const GET = answer(async (request, { params }: Context) => {
  const { actor } = await actingPerson();
  const { svg, name } = await askedFigure(actor, (await params).id, new URL(request.url).searchParams);
  return new Response(await figureToPng(svg, request.signal), { headers: { 'content-type': 'image/png', 'content-disposition': attachment(`${name}.png`), 'cache-control': 'no-store' } });
});

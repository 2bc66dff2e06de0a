import { getLocale, getTranslations } from 'next-intl/server';
import { answer } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { AccordError } from '@/lib/domain/errors';
import { isLanguage, type Language } from '@/lib/domain/languages';
import { isPhase } from '@/lib/domain/phases';
import { assessmentFigure } from '@/lib/figures/assessment-figure';
import { assessmentLabelKeys, figureLabels, networkLabelKeys } from '@/lib/figures/figure-labels';
import { networkFigure } from '@/lib/figures/network-figure';
import { readContent } from '../read-content';

interface Context {
  readonly params: Promise<{ readonly id: string }>;
}

/**
 * A figure of the scenario as SVG: `?figure=network` (default) or `assessment`, `?lang=en|de|zh` (default: the reader's),
 * `?theme=light|dark`, `?phase=before|after` (default: both), `?snapshot=N` (default: the live content).
 */
export const GET = answer(async (request, { params }: Context) => {
  const { actor } = await actingPerson();
  const query = new URL(request.url).searchParams;
  const { figure, language, theme, phase } = await asked(query);
  const { scenario } = await readContent(actor, (await params).id, query);
  const t = await getTranslations({ locale: language, namespace: 'figures' });
  const svg =
    figure === 'network'
      ? networkFigure(scenario, { language, theme, labels: figureLabels(networkLabelKeys, t), ...(phase && { phases: [phase] }) })
      : assessmentFigure(scenario, { language, theme, labels: figureLabels(assessmentLabelKeys, t) });
  return new Response(svg, { headers: { 'content-type': 'image/svg+xml; charset=utf-8', 'cache-control': 'no-store' } });
});

async function asked(query: URLSearchParams) {
  const language: string = query.get('lang') ?? (await getLocale());
  const figure = query.get('figure') ?? 'network';
  const theme = query.get('theme') ?? 'light';
  const phase = query.get('phase');
  if (!isLanguage(language) || (figure !== 'network' && figure !== 'assessment') || (theme !== 'light' && theme !== 'dark') || (phase !== null && !isPhase(phase)))
    throw new AccordError('bad-request');
  return { figure, theme, phase, language: language satisfies Language } as const;
}

import { getLocale, getTranslations } from 'next-intl/server';
import { answer } from '@/app/api/answer';
import { originName } from '@/app/scenarios/origin-name';
import { actingPerson } from '@/app/session';
import { readOverview } from '@/app/collections/[id]/overview';
import { database } from '@/lib/db/client';
import { AccordError } from '@/lib/domain/errors';
import { isLanguage } from '@/lib/domain/languages';
import { figureLabels, overviewLabelKeys } from '@/lib/figures/figure-labels';
import { overviewFigure } from '@/lib/figures/overview-figure';
import { listDelegations } from '@/lib/people/list-delegations';
import type { CollectionContext } from '../../collection-shape';

/** The overview as a figure: `?lang=en|de|zh` (default: the reader's), `?theme=light|dark`. */
export const GET = answer(async (request, { params }: CollectionContext) => {
  const { actor } = await actingPerson();
  const query = new URL(request.url).searchParams;
  const language: string = query.get('lang') ?? (await getLocale());
  const theme = query.get('theme') ?? 'light';
  if (!isLanguage(language) || (theme !== 'light' && theme !== 'dark')) throw new AccordError('bad-request');
  const [{ collection, scenarios }, delegations] = [await readOverview(actor, (await params).id), await listDelegations(database())];
  const ui = await getTranslations({ locale: language, namespace: 'ui' });
  const rows = scenarios.map(({ title, origin, bestPractice, assessed }) => ({ title, origin: origin && originName(ui, origin, delegations, language), bestPractice, enterprises: assessed ?? [] }));
  const labels = figureLabels(overviewLabelKeys, await getTranslations({ locale: language, namespace: 'figures' }));
  const svg = overviewFigure({ name: collection.name, rows }, { language, theme, labels });
  return new Response(svg, { headers: { 'content-type': 'image/svg+xml; charset=utf-8', 'cache-control': 'no-store' } });
});

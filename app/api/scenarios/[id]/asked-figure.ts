import { getLocale, getTranslations } from 'next-intl/server';
import { fileName } from '@/app/scenarios/file-name';
import { AccordError } from '@/lib/domain/errors';
import { isLanguage, textIn, type Language } from '@/lib/domain/languages';
import { isPhase } from '@/lib/domain/phases';
import { assessmentFigure } from '@/lib/figures/assessment-figure';
import { assessmentLabelKeys, figureLabels, networkLabelKeys } from '@/lib/figures/figure-labels';
import { networkFigure } from '@/lib/figures/network-figure';
import type { Actor } from '@/lib/policies/can';
import { readContent } from './read-content';

/**
 * A figure of the scenario: `?figure=network` (default) or `assessment`, `?lang=en|de|zh` (default: the reader's),
 * `?theme=light|dark`, `?phase=before|after` (default: both), `?snapshot=N` (default: the live content).
 * @returns the SVG, and what a file of it is called, without its ending
 * @throws not-found, bad-request
 */
export async function askedFigure(actor: Actor, id: string, query: URLSearchParams): Promise<{ readonly svg: string; readonly name: string }> {
  const { figure, language, theme, phase } = await asked(query);
  const { scenario } = await readContent(actor, id, query);
  const t = await getTranslations({ locale: language, namespace: 'figures' });
  const name = fileName(`${textIn(scenario.title, language)} – ${t(figure)}`);
  if (figure === 'assessment') return { name, svg: assessmentFigure(scenario, { language, theme, labels: figureLabels(assessmentLabelKeys, t) }) };
  return { name, svg: networkFigure(scenario, { language, theme, labels: figureLabels(networkLabelKeys, t), ...(phase && { phases: [phase] }) }) };
}

async function asked(query: URLSearchParams) {
  const language: string = query.get('lang') ?? (await getLocale());
  const figure = query.get('figure') ?? 'network';
  const theme = query.get('theme') ?? 'light';
  const phase = query.get('phase');
  if (!isLanguage(language) || (figure !== 'network' && figure !== 'assessment') || (theme !== 'light' && theme !== 'dark') || (phase !== null && !isPhase(phase)))
    throw new AccordError('bad-request');
  return { figure, theme, phase, language: language satisfies Language } as const;
}

import { getTranslations } from 'next-intl/server';
import type { Language } from '@/lib/domain/languages';
import { phases } from '@/lib/domain/phases';
import type { Scenario } from '@/lib/domain/scenario';
import { figureLabels, networkLabelKeys } from '@/lib/figures/figure-labels';
import { networkFigure } from '@/lib/figures/network-figure';

/** The networks of one of two scenarios, today and as intended. */
export async function SideFigures({ scenario, language }: { readonly scenario: Scenario; readonly language: Language }) {
  const words = await getTranslations('figures');
  const labels = figureLabels(networkLabelKeys, words);
  return phases.map((phase) => (
    <figure
      key={phase}
      aria-label={words(phase)}
      className="mb-4 break-inside-avoid overflow-x-auto [&>svg]:h-auto [&>svg]:max-w-full"
      // made by lib/figures, which escapes every text
      dangerouslySetInnerHTML={{ __html: networkFigure(scenario, { language, labels, phases: [phase], theme: 'page' }) }}
    />
  ));
}

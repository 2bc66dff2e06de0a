import { getTranslations } from 'next-intl/server';
import type { Language } from '@/lib/domain/languages';
import { phases } from '@/lib/domain/phases';
import type { Scenario } from '@/lib/domain/scenario';
import { figureLabels, networkLabelKeys } from '@/lib/figures/figure-labels';
import { networkFigure } from '@/lib/figures/network-figure';

/** The network as it was fixed, today and as intended: one figure each, so that both can be read on paper. */
export async function ReadFigures({ scenario, language }: { readonly scenario: Scenario; readonly language: Language }) {
  const t = await getTranslations({ locale: language, namespace: 'agreement' });
  const words = await getTranslations({ locale: language, namespace: 'figures' });
  const labels = figureLabels(networkLabelKeys, words);
  return (
    <section aria-labelledby="network" className="flex flex-col gap-2">
      <h2 id="network" className="text-lg font-semibold">
        {words('network')}
      </h2>
      {phases.map((phase) => (
        <figure
          key={phase}
          aria-label={t(`reading.${phase}`)}
          className="break-inside-avoid overflow-x-auto [&>svg]:h-auto [&>svg]:max-w-full max-sm:[&>svg]:max-w-none print:[&>svg]:max-h-[20cm]"
          // made by lib/figures, which escapes every text; it bears the name of its phase
          dangerouslySetInnerHTML={{ __html: networkFigure(scenario, { language, labels, phases: [phase], theme: 'page' }) }}
        />
      ))}
    </section>
  );
}

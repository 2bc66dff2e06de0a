import { useTranslations } from 'next-intl';
import type { Language } from '@/lib/domain/languages';
import { phases } from '@/lib/domain/phases';
import type { Scenario } from '@/lib/domain/scenario';
import { comparisonLabelKeys, figureLabels } from '@/lib/figures/figure-labels';
import { networkComparison } from '@/lib/figures/network-comparison';

/** The two networks laid over each other, a figure for each phase in which something has changed. */
export function DiffFigures({ before, after, language }: { readonly before: Scenario; readonly after: Scenario; readonly language: Language }) {
  const t = useTranslations('compare');
  const words = useTranslations('figures');
  const labels = figureLabels(comparisonLabelKeys, words);
  const figures = phases.map((phase) => ({ phase, ...networkComparison(before, after, { language, labels, phase, theme: 'page' }) })).filter(({ marked }) => marked > 0);
  if (figures.length === 0) return null;
  return (
    <section aria-labelledby="compared-network" className="flex flex-col gap-4">
      <h2 id="compared-network" className="text-lg font-semibold">
        {words('network')}
      </h2>
      {figures.map(({ phase, svg, marked }) => (
        <figure key={phase} className="flex flex-col gap-1">
          <figcaption className="text-soft">
            <span className="font-semibold text-ink">{words(phase)}</span> · {t('marked-count', { count: marked })}
          </figcaption>
          <div
            role="region"
            aria-label={t('figure', { phase: words(phase) })}
            tabIndex={0}
            className="overflow-x-auto rounded border [&>svg]:h-auto [&>svg]:max-w-full max-sm:[&>svg]:max-w-none"
            // made by lib/figures, which escapes every text
            dangerouslySetInnerHTML={{ __html: svg }}
          />
        </figure>
      ))}
    </section>
  );
}

'use client';
import { useTranslations } from 'next-intl';

/**
 * A figure of ours: SVG whose texts are escaped by its maker (`lib/figures`).
 * @param label what it is, if it is not the value network in its two phases
 */
export function FigureView({ svg, title = '', label }: { readonly svg: string; readonly title?: string; readonly label?: string }) {
  const t = useTranslations('workspace');
  return (
    <figure
      aria-label={label ?? t('figure-alt', { title: title || t('untitled') })}
      className="overflow-x-auto p-3 lg:not-print:h-full lg:not-print:[&>svg]:max-h-[max(100%,22rem)] [&>svg]:mx-auto [&>svg]:h-auto [&>svg]:max-w-full max-md:[&>svg]:max-w-none"
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  );
}

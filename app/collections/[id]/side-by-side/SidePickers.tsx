'use client';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { sidesPath, type Sides } from './sides';

export interface SidePickersProps {
  readonly collection: string;
  readonly sides: Sides;
  readonly options: readonly { readonly id: string; readonly title: string }[];
}

/** Which two scenarios stand beside each other. */
export function SidePickers({ collection, sides, options }: SidePickersProps) {
  const t = useTranslations('collections.sides');
  const router = useRouter();
  const [isLoading, start] = useTransition();
  return (
    <div className="grid grid-cols-1 gap-x-6 gap-y-2 md:grid-cols-2 print:hidden" aria-busy={isLoading}>
      {(['left', 'right'] as const).map((side) => (
        <label key={side} className="flex min-w-0 flex-col text-sm">
          <span className="text-soft">{t(side)}</span>
          <select className="field min-h-8" value={sides[side] ?? ''} onChange={(event) => start(() => router.replace(sidesPath(collection, { ...sides, [side]: event.target.value })))}>
            {options.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
      ))}
      <span role="status" className="sr-only">
        {isLoading && t('loading')}
      </span>
    </div>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { textIn } from '@/lib/domain/languages';
import type { Board } from './board';

/** How far both sides are: how many items are agreed, and of how many each side has still to speak. */
export function Distance({ board }: { readonly board: Board }) {
  const t = useTranslations('positions');
  const { language } = useInterfaceLanguage();
  const { agreed, of } = board.distance;
  const parties = board.sides.filter(({ takesPart }) => takesPart);
  return (
    <section aria-label={t('distance.title')} className="flex flex-col gap-1">
      <p className="font-medium" data-distance={`${agreed}/${of}`}>
        {t('distance.agreed', { agreed, of })}
      </p>
      <div aria-hidden className="h-1.5 w-full overflow-hidden rounded-full border border-edge">
        <div className="h-full bg-accent" style={{ width: `${of ? (100 * agreed) / of : 0}%` }} />
      </div>
      <ul className="flex flex-wrap gap-x-4 text-sm text-soft">
        {parties.map((side) => (
          <li key={side.id}>{t('distance.waits', { delegation: textIn(side.name, language) || side.code, count: board.items.filter(({ waitsFor }) => waitsFor.includes(side.id)).length })}</li>
        ))}
      </ul>
      {parties.length < 2 && <p className="text-sm text-caution">{t('distance.one-sided')}</p>}
    </section>
  );
}

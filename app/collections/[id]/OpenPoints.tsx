'use client';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { OverviewScenario } from './overview';

/** What keeps a scenario from being agreed and whole, each with the way to where it is seen to. */
export function OpenPoints({ scenario }: { readonly scenario: OverviewScenario }) {
  const t = useTranslations('collections');
  const words = useTranslations('scenarios');
  const { id, distance, findings, outOfDate } = scenario;
  const open = distance ? distance.of - distance.agreed : 0;
  const points = [
    open > 0 && { to: 'panel=agreement', says: t('open-items', { count: open, of: distance!.of }) },
    !!findings && { to: 'panel=checks', says: words('findings', { count: findings }) },
    !!outOfDate && { to: 'part=wording', says: t('out-of-date', { count: outOfDate }) },
  ].filter((point) => point !== false);
  if (points.length === 0) return <span className="text-soft">{distance === null ? t('not-known') : t('nothing-open')}</span>;
  return (
    <ul className="text-sm">
      {points.map(({ to, says }) => (
        <li key={to}>
          <Link href={`/scenarios/${id}?${to}`} className="text-accent underline underline-offset-2">
            {says}
          </Link>
        </li>
      ))}
    </ul>
  );
}

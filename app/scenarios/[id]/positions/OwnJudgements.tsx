'use client';
import { useTranslations } from 'next-intl';
import { DelegationBadge } from '@/app/components/DelegationBadge';
import { useItemAgreement } from './PositionsProvider';

/** Beside the common judgement of a cell: those delegations that judge it otherwise, until they meet. */
export function OwnJudgements({ item }: { readonly item: string }) {
  const t = useTranslations('positions.judgement');
  const words = useTranslations('assessment.changes');
  const differing = useItemAgreement(item)?.judgements.filter(({ differs }) => differs) ?? [];
  if (differing.length === 0) return null;
  return (
    <ul aria-label={t('differing')} className="flex flex-col gap-0.5 px-1 text-sm">
      {differing.map(({ side, change, reason, isStale }) => (
        <li key={side.id} data-judgement={`${side.code} ${change}`} className="border-l-2 border-dashed border-caution pl-1" title={reason}>
          <DelegationBadge code={side.code} /> <span className="[overflow-wrap:anywhere]">{words(change)}</span> {isStale && <span className="text-soft">{t('stale')}</span>}
          <span className="sr-only">{reason}</span>
        </li>
      ))}
    </ul>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import { useOpenAgreement } from '../panel/AgreementProvider';
import { Moment } from '../panel/Moment';

/** Says that a facilitator has closed editing, so that nobody wonders why nothing can be typed. */
export function FrozenNotice() {
  const t = useTranslations('signing.freeze');
  const frozen = useOpenAgreement()?.versions.value?.frozen;
  if (!frozen) return null;
  return (
    <p role="status" className="border-b border-caution bg-caution-soft px-4 py-1.5 text-caution print:hidden">
      {t('notice')} ({frozen.by && `${frozen.by}, `}
      <Moment at={frozen.at} />)
    </p>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import { Button } from '@/app/components/Button';
import { Tooltip } from '@/app/components/Tooltip';
import { stances, type Stance } from '@/lib/domain/positions';
import { stanceKeys, stanceSigns } from './stance-signs';

/** The five things that a delegation can say. @param taken what it says already */
export function StanceButtons({ label, taken, busy, withKeys, onStance }: { readonly label: string; readonly taken: Stance | null; readonly busy: boolean; readonly withKeys: boolean; readonly onStance: (stance: Stance) => void }) {
  const t = useTranslations('positions');
  return (
    <div role="group" aria-label={label} className="flex flex-wrap gap-1">
      {stances.map((stance) => (
        <Tooltip key={stance} text={t(`stances.${stance}`)} {...(withKeys && { shortcut: stanceKeys[stance] })}>
          <Button size="small" className="pointer-coarse:min-h-10 pointer-coarse:px-2.5" aria-pressed={taken === stance} aria-keyshortcuts={withKeys ? stanceKeys[stance] : undefined} busy={busy} onClick={() => onStance(stance)}>
            <span aria-hidden>{stanceSigns[stance]}</span>
            {t(`short.${stance}`)}
          </Button>
        </Tooltip>
      ))}
    </div>
  );
}

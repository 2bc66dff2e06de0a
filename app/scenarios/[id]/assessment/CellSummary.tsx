'use client';
import { ChevronDown, ChevronRight, RotateCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge } from '@/app/components/Badge';
import { Button } from '@/app/components/Button';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { evidenceToRecheck, type Evidence } from '@/lib/domain/evidence';
import { breakable } from '@/lib/figures/breakable';
import { reasonWords } from '../cell-words';
import { useDerived, useScenarioPart, useSession } from '../session/hooks';

export interface CellSummaryProps {
  readonly words: { readonly enterprise: string; readonly dimension: string };
  readonly reasons: readonly string[];
  readonly evidence: readonly Evidence[];
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly tabIndex: number;
}

const reasonText = { fontSize: 13, fontWeight: '400' } as const;
const leastWidth = 100;

/** In a few words what stands behind a cell, and the way to it; says so where its evidence has to be looked at again. */
export function CellSummary({ words, reasons, evidence, isOpen, onToggle, tabIndex }: CellSummaryProps) {
  const t = useTranslations('evidence');
  const reasonNames = useTranslations('reasons') as (key: string) => string;
  const { scenario } = useSession();
  const own = useScenarioPart('reasons');
  const { language } = useInterfaceLanguage();
  const recheck = useDerived(scenario, (now) => evidenceToRecheck(now, evidence).length);
  return (
    <div className="px-1 text-sm">
      {reasons.length > 0 && (
        <ul aria-label={t('reasons')} className="text-soft print:hidden">
          {reasons.map((id) => (
            <li key={id} className="[overflow-wrap:anywhere]">
              {breakable(reasonWords(id, [{ reasons: own }], language, reasonNames), reasonText, leastWidth)}
            </li>
          ))}
        </ul>
      )}
      {recheck > 0 && (
        <span data-recheck>
          <Badge tone="caution" wraps>
            <RotateCw size={12} aria-hidden />
            {t('re-check-count', { count: recheck })}
          </Badge>
        </span>
      )}
      <Button look="quiet" size="small" aria-expanded={isOpen} aria-label={t('open-details', words)} tabIndex={tabIndex} data-toggle-details className="!justify-start !whitespace-normal !px-0 text-left text-soft print:hidden" onClick={onToggle}>
        {isOpen ? <ChevronDown size={14} aria-hidden className="shrink-0" /> : <ChevronRight size={14} aria-hidden className="shrink-0" />}
        {evidence.length > 0 ? t('count', { count: evidence.length }) : t('details')}
      </Button>
    </div>
  );
}

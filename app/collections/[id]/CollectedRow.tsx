'use client';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Badge } from '@/app/components/Badge';
import { IconButton } from '@/app/components/IconButton';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { originName } from '@/app/scenarios/origin-name';
import type { Delegation } from '@/lib/domain/delegations';
import { textIn } from '@/lib/domain/languages';
import type { Collected } from './CollectionView';

export interface CollectedRowProps {
  readonly scenario: Collected;
  readonly number: number;
  readonly delegations: readonly Delegation[];
  readonly busy: boolean;
  readonly mayMove: boolean;
  /** Undefined where there is nowhere to go. */
  readonly onUp: (() => void) | undefined;
  readonly onDown: (() => void) | undefined;
  /** Undefined: the reader may not. */
  readonly onRemove: (() => void) | undefined;
}

/** A scenario of a collection: where it comes from, how far it has come, how many of its texts are out of date, and how much the checks find. */
export function CollectedRow({ scenario, number, delegations, busy, mayMove, onUp, onDown, onRemove }: CollectedRowProps) {
  const t = useTranslations('collections');
  const words = useTranslations('scenarios');
  const ui = useTranslations('ui');
  const { language } = useInterfaceLanguage();
  const { agreement, distance, outOfDate, findings, origin, bestPractice } = scenario;
  const title = textIn(scenario.title, language) || words('untitled');
  const facts = [origin && originName(ui, origin, delegations, language), bestPractice, distance && distance.of > 0 && words('distance', { ...distance }), outOfDate ? t('out-of-date', { count: outOfDate }) : null, findings ? words('findings', { count: findings }) : null].filter(Boolean);
  return (
    <li data-scenario={scenario.id} className="grid grid-cols-[2rem_1fr_auto] items-start gap-x-2 border-b py-2">
      <span className="text-soft tabular-nums">{number}</span>
      <span className="min-w-0">
        <span className="flex flex-wrap items-center gap-2">
          <Link href={`/scenarios/${scenario.id}`} className="min-w-0 break-words font-medium text-accent underline underline-offset-2">
            {title}
          </Link>
          <Badge tone={agreement.state === 'agreed' ? 'accent' : 'plain'}>{agreement.state === 'draft' ? words('state.draft') : words(`state.${agreement.state}`, { number: agreement.number })}</Badge>
        </span>
        <span className="block text-soft [overflow-wrap:anywhere]">{facts.join(' · ')}</span>
      </span>
      <span className="flex">
        {mayMove && (
          <>
            <IconButton label={t('up', { title })} busy={busy} disabled={!onUp} onClick={onUp}>
              <ArrowUp size={16} aria-hidden />
            </IconButton>
            <IconButton label={t('down', { title })} busy={busy} disabled={!onDown} onClick={onDown}>
              <ArrowDown size={16} aria-hidden />
            </IconButton>
          </>
        )}
        {onRemove && (
          <IconButton label={t('remove', { title })} busy={busy} onClick={onRemove}>
            <X size={16} aria-hidden />
          </IconButton>
        )}
      </span>
    </li>
  );
}

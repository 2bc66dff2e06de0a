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
import type { OverviewScenario } from './overview';
import { OpenPoints } from './OpenPoints';
import { VerdictList } from './VerdictList';

/** What the reader may do with a scenario of the collection; undefined: not that. */
export interface RowDeeds {
  readonly busy: boolean;
  /** Null where there is nowhere to go. */
  readonly onUp?: (() => void) | null;
  readonly onDown?: (() => void) | null;
  readonly onRemove?: () => void;
}

export interface OverviewRowProps {
  readonly scenario: OverviewScenario;
  readonly number: number;
  /** The columns. */
  readonly practices: readonly string[];
  readonly delegations: readonly Delegation[];
  readonly deeds: RowDeeds;
}

const cell = 'py-2 pr-3 align-top max-lg:py-0 max-lg:pr-0 max-lg:col-start-2 max-lg:col-span-2';

/** A scenario: its best practice, where it comes from, how far it has come, what is judged of its enterprises, and what is open. */
export function OverviewRow({ scenario, number, practices, delegations, deeds }: OverviewRowProps) {
  const t = useTranslations('collections');
  const words = useTranslations('scenarios');
  const ui = useTranslations('ui');
  const compare = useTranslations('compare');
  const { language } = useInterfaceLanguage();
  const { id, agreement, differing, origin } = scenario;
  const title = textIn(scenario.title, language) || words('untitled');
  const bestPractice = scenario.bestPractice?.trim() || null;
  const agreed = agreement.state === 'agreed' ? agreement.number : agreement.state === 'signing' ? agreement.agreed : null;
  return (
    <tr data-scenario={id} className="break-inside-avoid border-b hover:bg-hover max-lg:grid max-lg:grid-cols-[2rem_1fr_auto] max-lg:gap-y-1 max-lg:py-2">
      <td className="py-2 pr-3 align-top text-soft tabular-nums max-lg:py-0">{number}</td>
      <th scope="row" className="py-2 pr-3 align-top font-medium hyphens-auto [overflow-wrap:anywhere] max-lg:py-0">
        <Link href={`/scenarios/${id}`} className="text-accent underline underline-offset-2">
          {title}
        </Link>
      </th>
      <td className={`${cell} ${origin ? '' : 'max-lg:hidden'}`}>{origin && originName(ui, origin, delegations, language)}</td>
      {practices.map((practice) => (
        <td key={practice} className={`${cell} text-center max-lg:text-left ${practice === bestPractice ? '' : 'max-lg:hidden'}`}>
          {practice === bestPractice && (
            <>
              <span aria-hidden className="max-lg:hidden">
                ■
              </span>
              <span className="lg:sr-only">{t('relates', { practice })}</span>
            </>
          )}
        </td>
      ))}
      <td className={cell} data-agreement={agreement.state}>
        <Badge tone={agreement.state === 'agreed' ? 'accent' : 'plain'} wraps>
          {agreement.state === 'draft' ? words('state.draft') : words(`state.${agreement.state}`, { number: agreement.number })}
        </Badge>
        {!!differing && agreed !== null && (
          <Link href={`/scenarios/${id}/compare?from=${agreed}&to=now`} className="block text-sm text-accent underline underline-offset-2">
            {compare('differs', { number: agreed, count: differing })}
          </Link>
        )}
      </td>
      <td className={cell}>
        <VerdictList enterprises={scenario.assessed} />
      </td>
      <td className={cell}>
        <OpenPoints scenario={scenario} />
      </td>
      <td className="py-1 align-top max-lg:col-start-3 max-lg:row-start-1 max-lg:py-0 print:hidden">
        <span className="flex justify-end">
          {deeds.onUp !== undefined && (
            <IconButton label={t('up', { title })} busy={deeds.busy} disabled={!deeds.onUp} onClick={deeds.onUp ?? undefined}>
              <ArrowUp size={16} aria-hidden />
            </IconButton>
          )}
          {deeds.onDown !== undefined && (
            <IconButton label={t('down', { title })} busy={deeds.busy} disabled={!deeds.onDown} onClick={deeds.onDown ?? undefined}>
              <ArrowDown size={16} aria-hidden />
            </IconButton>
          )}
          {deeds.onRemove && (
            <IconButton label={t('remove', { title })} busy={deeds.busy} onClick={deeds.onRemove}>
              <X size={16} aria-hidden />
            </IconButton>
          )}
        </span>
      </td>
    </tr>
  );
}

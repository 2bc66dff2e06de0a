'use client';
import { CheckCheck, FilePen, GitCompareArrows, PenLine } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge } from '@/app/components/Badge';
import type { SnapshotList } from '@/lib/snapshots/snapshot';
import { useOpenAgreement } from './AgreementProvider';
import { comparePath } from '../compare/version-side';
import { useSession } from '../session/hooks';
import { useDifferences } from './use-differences';

/**
 * How far the scenario has come: draft, in sign-off, agreed; and whether the live text still is what was agreed.
 * @param onOpen makes the state a button that shows the versions
 */
export function AgreementState({ onOpen }: { readonly onOpen?: () => void }) {
  const list = useOpenAgreement()?.versions.value;
  return list ? <State list={list} onOpen={onOpen} /> : null;
}

function State({ list, onOpen }: { readonly list: SnapshotList; readonly onOpen: (() => void) | undefined }) {
  const t = useTranslations('agreement');
  const { agreement } = list;
  const agreed = agreement.state === 'agreed' ? agreement.number : agreement.state === 'signing' ? agreement.agreed : null;
  const compare = useTranslations('compare');
  const { scenarioId } = useSession();
  const differences = useDifferences(agreed);

  const differing = agreed !== null && differences ? { number: agreed, count: differences } : null;
  const words =
    agreement.state === 'draft'
      ? t('state.draft')
      : agreement.state === 'agreed'
        ? t('state.agreed', { number: agreement.number })
        : agreement.agreed === null
          ? t('state.signing', { number: agreement.number })
          : t('state.signing-after', { number: agreement.number, agreed: agreement.agreed });
  const Icon = { draft: FilePen, signing: PenLine, agreed: CheckCheck }[agreement.state];
  const state = (
    <Badge wraps tone={agreement.state === 'agreed' ? 'accent' : 'plain'}>
      <Icon size={14} aria-hidden />
      {words}
    </Badge>
  );
  return (
    <span className="inline-flex max-w-full min-w-0 flex-wrap items-center gap-1 max-sm:flex-nowrap md:flex-col md:items-start md:gap-0.5" data-agreement={agreement.state}>
      {onOpen ? (
        <button type="button" onClick={onOpen} title={t('state.open', { state: words })} className="flex min-w-0 rounded hover:bg-hover">
          {state}
        </button>
      ) : (
        state
      )}
      {differing && (
        <a href={comparePath(scenarioId, differing.number, 'now')} title={onOpen && compare('differs', differing)} className={`flex min-w-0 rounded hover:bg-hover ${onOpen ? 'max-lg:shrink-0' : ''}`}>
          <Badge wraps tone="caution">
            {/* the bar is the title's: there a few words, in a small window the number alone, beside a sign */}
            {onOpen && <GitCompareArrows size={14} aria-hidden />}
            {onOpen && <span aria-hidden data-count={differing.count} data-words={compare('differs-short', differing)} className="before:content-[attr(data-count)] lg:before:content-[attr(data-words)]" />}
            <span className={onOpen && 'sr-only'}>{compare('differs', differing)}</span>
          </Badge>
        </a>
      )}
    </span>
  );
}

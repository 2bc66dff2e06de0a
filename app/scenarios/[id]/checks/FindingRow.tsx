'use client';
import { useTranslations } from 'next-intl';
import type { Finding } from '@/lib/checks/finding';
import { phases } from '@/lib/domain/phases';

export interface FindingRowProps {
  readonly finding: Finding;
  /** How its item is called. */
  readonly label: string;
  /** True for the one that Tab reaches. */
  readonly isReachable: boolean;
  readonly onFocus: () => void;
  readonly onShow: () => void;
}

/** One finding: the item, and where it matters the phase or the languages; pressing it leads there. */
export function FindingRow({ finding, label, isReachable, onFocus, onShow }: FindingRowProps) {
  const phaseNames = useTranslations('workspace.phase');
  const languageNames = useTranslations('agreement.item.languages');
  const t = useTranslations('checks');
  // a fault in both phases is one of the role itself
  const inPhases = finding.phases.length < phases.length ? finding.phases.map((phase) => phaseNames(phase)) : [];
  const quoted = finding.words === null ? [] : [t('words', { words: finding.words })];
  const where = [...quoted, ...inPhases, ...finding.languages.map((language) => languageNames(language))].join(t('between'));
  return (
    <li style={{ contentVisibility: 'auto', containIntrinsicSize: 'auto 2rem' }}>
      <button
        type="button"
        data-finding={finding.item}
        tabIndex={isReachable ? 0 : -1}
        className="flex w-full flex-wrap items-baseline gap-x-2 border-b px-1 py-1.5 text-left hover:bg-hover focus-visible:outline-offset-[-2px]"
        onFocus={onFocus}
        onClick={onShow}
      >
        <span className="min-w-24 flex-1 text-accent underline underline-offset-2 [overflow-wrap:anywhere]">{label}</span>
        {where && <span className="text-sm text-soft">{where}</span>}
      </button>
    </li>
  );
}

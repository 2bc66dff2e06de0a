'use client';
import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import { memo, useRef, type KeyboardEvent } from 'react';
import { isComposing } from '@/app/components/is-composing';
import { PeersHere } from '@/app/components/PeersHere';
import { SharedTextField } from '@/app/components/SharedTextField';
import { usePeersAt } from '@/app/components/use-peers-at';
import { setChange } from '@/lib/document/edits/edit-entities';
import { rationaleOf } from '@/lib/document/roots';
import { longestRationale } from '@/lib/domain/bounds';
import { itemName } from '@/lib/domain/items';
import { changes, type Cell, type Change, type Dimension } from '@/lib/domain/scenario';
import { breakable } from '@/lib/figures/breakable';
import { CommentButton } from '../panel/CommentButton';
import { ItemMarks } from '../positions/ItemMarks';
import { OwnJudgements } from '../positions/OwnJudgements';
import { CellSummary } from './CellSummary';
import { PrintedFacts } from './PrintedFacts';
import { useIsSelected, useSession, useWorkspaceView } from '../session/hooks';

export interface AssessmentCellProps {
  readonly enterprise: string;
  readonly enterpriseName: string;
  readonly dimension: Dimension;
  readonly cell: Cell;
  readonly at: string;
  readonly active: boolean;
  readonly mayEdit: boolean;
  /** Whether its details are open below. */
  readonly isOpen: boolean;
  readonly onToggle: (dimension: Dimension) => void;
}

/** How a change looks besides its words, in print and greyscale, too. */
const marks: Record<Change | 'open', string> = { open: '?', none: '○', significant: '●', 'not-applicable': '–' };

/** How a change is set, and the room for it in the narrowest table: its words part where a reader expects it. */
const changeText = { fontSize: 15, fontWeight: '600' } as const;
const leastWidth = 80;

/** Digits, since letters would differ between languages. */
const quickKeys: Readonly<Record<string, Change | null>> = { '0': null, '1': 'none', '2': 'significant', '3': 'not-applicable' };

/** One cell of the assessment: the change and its rationale, both edited in place. */
export const AssessmentCell = memo(function AssessmentCell({ enterprise, enterpriseName, dimension, cell: content, at, active, mayEdit, isOpen, onToggle }: AssessmentCellProps) {
  const { change, rationale, reasons, evidence } = content;
  const t = useTranslations('assessment');
  const session = useSession();
  const { setSelection } = useWorkspaceView();
  const item = itemName({ kind: 'cell', enterprise, dimension });
  const selected = useIsSelected(item);
  const cell = useRef<HTMLTableCellElement>(null);
  const peers = usePeersAt(item, true);
  const words = { enterprise: enterpriseName, dimension: t(`dimensions.${dimension}.name`) };
  const state = change ?? 'open';
  const tabIndex = active ? 0 : -1;

  function onKeyDown(event: KeyboardEvent): void {
    if (event.target !== cell.current || isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === ' ') {
      event.preventDefault();
      onToggle(dimension);
      return;
    }
    const wanted = quickKeys[event.key];
    if (wanted === undefined || !mayEdit) return;
    event.preventDefault();
    setChange(session.doc, enterprise, dimension, wanted);
  }

  return (
    <td
      ref={cell}
      role="gridcell"
      data-at={at}
      data-item={item}
      tabIndex={tabIndex}
      aria-label={t('cell', { ...words, change: t(`changes.${state}`), rationale: rationale || t('no-rationale') })}
      aria-selected={selected}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        setSelection([item]);
        if (event.target === cell.current) session.show({ focus: item, typing: false });
      }}
      onBlur={(event) => {
        if (event.target === cell.current && session.awareness.getLocalState()?.focus === item) session.show({ focus: null });
      }}
      className={clsx(
        'group relative border p-1 align-top focus-visible:outline-offset-[-2px] @max-[44rem]:block',
        state === 'significant' && 'border-l-[3px] border-l-ink',
        selected && 'bg-accent-soft',
      )}
    >
      <span aria-hidden className="block px-1 text-sm text-soft @min-[44rem]:hidden">
        {words.dimension}
      </span>
      <div className="flex items-start">
        {/* The words wrap, which a browser's own select can't: it lies over them, unseen. */}
        <span className="relative inline-flex min-w-0 max-w-full items-start gap-1 rounded border border-transparent px-0.5 py-0.5 hover:border-edge has-[select:focus-visible]:outline-2 has-[select:focus-visible]:outline-accent">
          <span aria-hidden>{marks[state]}</span>
          <span aria-hidden className={clsx('min-w-0 break-words [&:lang(zh)]:break-keep', state === 'significant' && 'font-semibold', state === 'open' && 'text-soft')}>
            {breakable(t(`changes.${state}`), changeText, leastWidth)}
            {mayEdit && <span className="text-soft print:hidden">{'\u00a0▾'}</span>}
          </span>
          <select
            aria-label={t('change-of', words)}
            value={state}
            disabled={!mayEdit}
            tabIndex={tabIndex}
            onFocus={() => session.show({ focus: `${item}/change`, typing: false })}
            onBlur={() => session.show({ focus: null })}
            onChange={(event) => setChange(session.doc, enterprise, dimension, changes.find((candidate) => candidate === event.target.value) ?? null)}
            className="absolute inset-0 size-full cursor-pointer opacity-0 disabled:cursor-default print:hidden"
          >
            {(['open', ...changes] as const).map((each) => (
              <option key={each} value={each}>
                {marks[each]} {t(`changes.${each}`)}
              </option>
            ))}
          </select>
        </span>
        <CommentButton item={item} tabIndex={tabIndex} className="ml-auto" />
      </div>
      <div data-rationale className="print:hidden">
        <SharedTextField
          text={rationaleOf(session.doc, enterprise, dimension)}
          label={t('rationale-of', words)}
          focusName={`${item}/rationale`}
          multiline
          maxLength={longestRationale}
          placeholder={mayEdit ? t('rationale') : ''}
          tabIndex={tabIndex}
          showPeers={false}
          onDone={(how) => how !== 'blur' && cell.current?.focus()}
          className="border-transparent bg-transparent px-1 py-0.5 hover:border-edge focus:border-edge"
        />
      </div>
      <CellSummary words={words} reasons={reasons} evidence={evidence} isOpen={isOpen} onToggle={() => onToggle(dimension)} tabIndex={tabIndex} />
      <OwnJudgements item={item} />
      <ItemMarks item={item} tabIndex={tabIndex} />
      <p className="hidden whitespace-pre-wrap px-1 print:block">{rationale}</p>
      <PrintedFacts cell={content} />
      {/* within the cell: above it, the first row's would lie behind the sticky header */}
      <PeersHere peers={peers} className="pointer-events-none max-w-full overflow-hidden rounded border bg-raised px-1" />
    </td>
  );
});

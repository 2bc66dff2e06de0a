'use client';
import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import { memo, useCallback } from 'react';
import { setEnterpriseNewInFuture } from '@/lib/document/edits/edit-entities';
import { itemName } from '@/lib/domain/items';
import { textIn, type Language } from '@/lib/domain/languages';
import { dimensions, type Cell, type Dimension, type Enterprise } from '@/lib/domain/scenario';
import { contradictsClaim, verdictOf } from '@/lib/domain/verdict';
import { breakable } from '@/lib/figures/breakable';
import { enterpriseColour } from '@/lib/figures/palette';
import { CommentButton } from '../panel/CommentButton';
import { ItemMarks } from '../positions/ItemMarks';
import { useSession, useWorkspaceView } from '../session/hooks';
import { AssessmentCell } from './AssessmentCell';
import { CellDetails } from './CellDetails';
import { ClaimField } from './ClaimField';

export interface AssessmentRowProps {
  readonly enterprise: Enterprise;
  readonly cells: Readonly<Record<Dimension, Cell>>;
  readonly language: Language;
  readonly row: number;
  /** The column of the cell that Tab reaches; null if that stands in another row. */
  readonly activeColumn: number | null;
  readonly mayEdit: boolean;
  /** The dimension whose details are open below; null: of none. */
  readonly opened: Dimension | null;
  readonly onToggle: (enterprise: string, dimension: Dimension) => void;
}

/** A name or verdict is set like this, and in the narrowest table has so much room: long words part at their seams, as in the figure. */
const nameText = { fontSize: 15, fontWeight: '600' } as const;
const leastWidth = 90;
const leastVerdict = 64;

/** An enterprise's row: who it is, its four cells, the verdict that follows from them, and the one that the wording pronounces. */
export const AssessmentRow = memo(function AssessmentRow({ enterprise, cells, language, row, activeColumn, mayEdit, opened, onToggle }: AssessmentRowProps) {
  const t = useTranslations('assessment');
  const { doc } = useSession();
  const { setSelection } = useWorkspaceView();
  const name = textIn(enterprise.name, language) || t('unnamed');
  const colour = enterpriseColour(enterprise.colour);
  const item = itemName({ kind: 'enterprise', id: enterprise.id });
  const verdict = verdictOf(cells);
  const significant = dimensions.filter((dimension) => cells[dimension].change === 'significant').length;
  const verdictColumn = dimensions.length + 1;
  const toggle = useCallback((dimension: Dimension) => onToggle(enterprise.id, dimension), [onToggle, enterprise.id]);
  return (
    <>
    <tr role="row" className={clsx('@max-[44rem]:block', !opened && '@max-[44rem]:mb-4')}>
      <th
        scope="row"
        role="rowheader"
        data-at={`${row},0`}
        data-item={item}
        tabIndex={activeColumn === 0 ? 0 : -1}
        onFocus={() => setSelection([item])}
        className="border p-1 text-left align-top font-semibold focus-visible:outline-offset-[-2px] @max-[44rem]:block @max-[44rem]:bg-sunken"
      >
        <span className="flex items-start gap-1.5">
          <span aria-hidden className="mt-1 size-3.5 shrink-0 rounded-sm border-2" style={{ backgroundColor: `light-dark(${colour.fill}, ${colour.darkFill})`, borderColor: `light-dark(${colour.stroke}, ${colour.darkStroke})` }} />
          <span className="min-w-0 flex-1 break-words">{breakable(name, nameText, leastWidth)}</span>
        </span>
        <span className="mt-1 flex items-start print:hidden">
          <label className="flex min-w-0 flex-1 items-start gap-1 text-sm font-normal">
            <input
              type="checkbox"
              className="mt-0.5 size-4 shrink-0 accent-accent"
              checked={enterprise.newInFuture}
              disabled={!mayEdit}
              tabIndex={activeColumn === 0 ? 0 : -1}
              onChange={(event) => setEnterpriseNewInFuture(doc, enterprise.id, event.target.checked)}
            />
            <span className="min-w-0 hyphens-auto break-words">{t('new-in-future')}</span>
          </label>
          <CommentButton item={item} tabIndex={activeColumn === 0 ? 0 : -1} />
        </span>
        <ItemMarks item={item} tabIndex={activeColumn === 0 ? 0 : -1} />
        {enterprise.newInFuture && <span className="hidden text-sm font-normal print:block">{t('new-in-future')}</span>}
      </th>
      {dimensions.map((dimension, index) => (
        <AssessmentCell
          key={dimension}
          enterprise={enterprise.id}
          enterpriseName={name}
          dimension={dimension}
          cell={cells[dimension]}
          isOpen={opened === dimension}
          onToggle={toggle}
          at={`${row},${index + 1}`}
          active={activeColumn === index + 1}
          mayEdit={mayEdit}
        />
      ))}
      <td role="gridcell" data-at={`${row},${verdictColumn}`} data-verdict={verdict} tabIndex={activeColumn === verdictColumn ? 0 : -1} className="border p-1 align-top hyphens-auto break-words focus-visible:outline-offset-[-2px] @max-[44rem]:block">
        <span role="status" aria-label={t('verdict-of', { enterprise: name })} className="block">
          <span className={verdict === 'innovated' ? 'font-semibold' : ''}>{breakable(t(`verdicts.${verdict}`), nameText, leastVerdict)}</span>
          <span className="block text-sm text-soft">{t('significant-count', { count: significant })}</span>
        </span>
        <ClaimField enterprise={enterprise} name={name} contradicts={contradictsClaim(enterprise.claim, cells)} mayEdit={mayEdit} tabIndex={activeColumn === verdictColumn ? 0 : -1} />
      </td>
    </tr>
    {opened && (
      <tr role="row" className="@max-[44rem]:mb-4 @max-[44rem]:block print:hidden">
        <td role="gridcell" colSpan={dimensions.length + 2} className="border p-0 @max-[44rem]:block" onFocus={() => setSelection([itemName({ kind: 'cell', enterprise: enterprise.id, dimension: opened })])}>
          <CellDetails key={opened} enterprise={enterprise.id} enterpriseName={name} dimension={opened} cell={cells[opened]} mayEdit={mayEdit} onClose={() => toggle(opened)} />
        </td>
      </tr>
    )}
    </>
  );
});

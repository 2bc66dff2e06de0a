'use client';
import { useTranslations } from 'next-intl';
import { setEnterpriseNewInFuture } from '@/lib/document/edits/edit-entities';
import { itemName } from '@/lib/domain/items';
import { textIn, type Language } from '@/lib/domain/languages';
import { dimensions, type Cell, type Dimension, type Enterprise } from '@/lib/domain/scenario';
import { verdictOf } from '@/lib/domain/verdict';
import { enterpriseColour } from '@/lib/figures/palette';
import { CommentButton } from '../panel/CommentButton';
import { useSession, useWorkspaceView } from '../session/hooks';
import { AssessmentCell } from './AssessmentCell';

export interface AssessmentRowProps {
  readonly enterprise: Enterprise;
  readonly cells: Readonly<Record<Dimension, Cell>>;
  readonly language: Language;
  readonly row: number;
  readonly isActive: (row: number, column: number) => boolean;
  readonly mayEdit: boolean;
}

/** An enterprise's row: who it is, its four cells, and the verdict that follows from them. */
export function AssessmentRow({ enterprise, cells, language, row, isActive, mayEdit }: AssessmentRowProps) {
  const t = useTranslations('assessment');
  const { doc } = useSession();
  const { setSelection } = useWorkspaceView();
  const name = textIn(enterprise.name, language) || t('unnamed');
  const colour = enterpriseColour(enterprise.colour);
  const item = itemName({ kind: 'enterprise', id: enterprise.id });
  const verdict = verdictOf(cells);
  const significant = dimensions.filter((dimension) => cells[dimension].change === 'significant').length;
  const verdictColumn = dimensions.length + 1;
  return (
    <tr role="row" className="max-sm:mb-4 max-sm:block">
      <th
        scope="row"
        role="rowheader"
        data-at={`${row},0`}
        data-item={item}
        tabIndex={isActive(row, 0) ? 0 : -1}
        onFocus={() => setSelection([item])}
        className="min-w-32 border p-1 text-left align-top font-semibold focus-visible:outline-offset-[-2px] max-sm:block max-sm:bg-sunken"
      >
        <span className="flex items-start gap-1.5">
          <span aria-hidden className="mt-1 size-3.5 shrink-0 rounded-sm border-2" style={{ backgroundColor: `light-dark(${colour.fill}, ${colour.darkFill})`, borderColor: `light-dark(${colour.stroke}, ${colour.darkStroke})` }} />
          <span className="min-w-0 flex-1 hyphens-auto break-words">{name}</span>
          <CommentButton item={item} />
        </span>
        <label className="mt-1 flex items-start gap-1 text-sm font-normal print:hidden">
          <input
            type="checkbox"
            className="mt-0.5 size-4 shrink-0 accent-accent"
            checked={enterprise.newInFuture}
            disabled={!mayEdit}
            tabIndex={isActive(row, 0) ? 0 : -1}
            onChange={(event) => setEnterpriseNewInFuture(doc, enterprise.id, event.target.checked)}
          />
          {t('new-in-future')}
        </label>
        {enterprise.newInFuture && <span className="hidden text-sm font-normal print:block">{t('new-in-future')}</span>}
      </th>
      {dimensions.map((dimension, index) => (
        <AssessmentCell
          key={dimension}
          enterprise={enterprise.id}
          enterpriseName={name}
          dimension={dimension}
          change={cells[dimension].change}
          rationale={cells[dimension].rationale}
          at={`${row},${index + 1}`}
          active={isActive(row, index + 1)}
          mayEdit={mayEdit}
        />
      ))}
      <td role="gridcell" data-at={`${row},${verdictColumn}`} data-verdict={verdict} tabIndex={isActive(row, verdictColumn) ? 0 : -1} className="sticky right-0 z-10 min-w-28 border bg-paper p-1 align-top hyphens-auto focus-visible:outline-offset-[-2px] max-sm:static max-sm:block">
        <span role="status" aria-label={t('verdict-of', { enterprise: name })} className="block">
          <span className={verdict === 'innovated' ? 'font-semibold' : ''}>{t(`verdicts.${verdict}`)}</span>
          <span className="block text-sm text-soft">{t('significant-count', { count: significant })}</span>
        </span>
      </td>
    </tr>
  );
}

'use client';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { IconButton } from '@/app/components/IconButton';
import { isComposing } from '@/app/components/is-composing';
import { SharedTextField } from '@/app/components/SharedTextField';
import { stateOf } from '@/lib/document/roots';
import { longestRationale } from '@/lib/domain/bounds';
import { itemName } from '@/lib/domain/items';
import { phases } from '@/lib/domain/phases';
import type { Cell, Dimension } from '@/lib/domain/scenario';
import { useSession } from '../session/hooks';
import { EvidenceList } from './EvidenceList';
import { ReasonChips } from './ReasonChips';

export interface CellDetailsProps {
  readonly enterprise: string;
  readonly enterpriseName: string;
  readonly dimension: Dimension;
  readonly cell: Cell;
  readonly mayEdit: boolean;
  readonly onClose: () => void;
}

/** What stands behind one cell: the dimension today and in future, the reasons for its change, and what the judgement rests on. */
export function CellDetails({ enterprise, enterpriseName, dimension, cell, mayEdit, onClose }: CellDetailsProps) {
  const t = useTranslations('evidence');
  const assessment = useTranslations('assessment');
  const phaseNames = useTranslations('workspace.phase');
  const { doc } = useSession();
  const place = { enterprise, dimension };
  const item = itemName({ kind: 'cell', ...place });
  const title = t('details-of', { enterprise: enterpriseName, dimension: assessment(`dimensions.${dimension}.name`) });
  return (
    <section
      aria-label={title}
      data-details={item}
      className="border-l-[3px] border-l-accent bg-raised px-3 py-2"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || isComposing(event)) return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div className="flex items-start justify-between gap-2">
        <h3 className="font-semibold [overflow-wrap:anywhere]">{title}</h3>
        <IconButton label={t('close')} shortcut="Esc" onClick={onClose} className="print:hidden">
          <X size={16} aria-hidden />
        </IconButton>
      </div>
      <div className="grid grid-cols-1 gap-x-4 gap-y-1 @min-[36rem]:grid-cols-2">
        {phases.map((phase) => (
          <div key={phase}>
            <span aria-hidden className="text-sm text-soft">
              {phaseNames(phase)}
            </span>
            <SharedTextField
              text={stateOf(doc, enterprise, dimension, phase)}
              label={t(`state-${phase}`, { enterprise: enterpriseName, dimension: assessment(`dimensions.${dimension}.name`) })}
              focusName={`${item}/${phase}`}
              multiline
              maxLength={longestRationale}
              placeholder={mayEdit ? t(`placeholder-${phase}`) : ''}
            />
          </div>
        ))}
      </div>
      <ReasonChips place={place} named={cell.reasons} mayEdit={mayEdit} />
      <EvidenceList place={place} evidence={cell.evidence} mayEdit={mayEdit} />
    </section>
  );
}

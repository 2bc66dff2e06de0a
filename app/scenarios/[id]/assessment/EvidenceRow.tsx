'use client';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge } from '@/app/components/Badge';
import { Button } from '@/app/components/Button';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { evidenceState, type Evidence } from '@/lib/domain/evidence';
import { itemName } from '@/lib/domain/items';
import type { Scenario } from '@/lib/domain/scenario';
import { evidenceWords } from '../cell-words';
import { useWorkspaceView } from '../session/hooks';
import { showPassage } from '../wording/show-passage';
import { EvidenceChange } from './EvidenceChange';

export interface EvidenceRowProps {
  readonly evidence: Evidence;
  readonly scenario: Scenario;
  readonly mayEdit: boolean;
  readonly onConfirm: () => void;
  readonly onRemove: () => void;
}

/** One piece of evidence: leads to it; says whether it has changed since somebody last confirmed it, or is gone. */
export function EvidenceRow({ evidence, scenario, mayEdit, onConfirm, onRemove }: EvidenceRowProps) {
  const t = useTranslations('evidence');
  const items = useTranslations('agreement.item');
  const { language } = useInterfaceLanguage();
  const view = useWorkspaceView();
  const state = evidenceState(scenario, evidence);
  const item = evidence.kind === 'text' ? itemName({ kind: 'section', section: evidence.section, language: evidence.language }) : itemName({ kind: evidence.kind, id: evidence.id });
  const name = evidenceWords(evidence, [scenario], language, items);
  return (
    <li data-evidence={item} data-state={state} className="border-t py-1">
      <div className="flex flex-wrap items-start gap-x-2 gap-y-1">
        {state === 'gone' ? (
          <span className="min-w-0 flex-1 text-soft line-through [overflow-wrap:anywhere]">{name}</span>
        ) : (
          <button
            type="button"
            className="min-w-0 flex-1 text-left text-accent underline underline-offset-2 [overflow-wrap:anywhere]"
            onClick={() => view.reveal(item, undefined, () => evidence.kind === 'text' && evidence.says && showPassage(item, evidence.says))}
          >
            {name}
          </button>
        )}
        {state !== 'holds' && <Badge tone="caution">{t(state === 'gone' ? 'gone' : 're-check')}</Badge>}
        {mayEdit && state === 'changed' && (
          <Button size="small" className="print:hidden" aria-label={t('still-holds-of', { evidence: name })} onClick={onConfirm}>
            {t('still-holds')}
          </Button>
        )}
        {mayEdit && (
          <Button look="quiet" size="small" aria-label={t('remove-evidence', { evidence: name })} className="!px-1 print:hidden" onClick={onRemove}>
            <X size={12} aria-hidden />
          </Button>
        )}
      </div>
      {state === 'changed' && <EvidenceChange evidence={evidence} scenario={scenario} />}
    </li>
  );
}

'use client';
import { PenLine, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Button } from '@/app/components/Button';
import { IconButton } from '@/app/components/IconButton';
import { changes } from '@/lib/domain/scenario';
import { partMessage } from './part-message';
import { Choice } from './ThreadFilters';
import type { ProposalDraft } from './use-proposal';

/** Exact new text for what the comment is about: offered by a button where something could be changed. */
export function ProposalFields({ proposal }: { readonly proposal: ProposalDraft }) {
  const t = useTranslations('comments');
  const hint = useId();
  const { parts, current } = proposal;
  if (!current) {
    if (parts.length === 0) return null;
    return (
      <Button size="small" look="quiet" className="self-start" onClick={() => proposal.begin(parts[0]!)}>
        <PenLine size={14} aria-hidden />
        {t('propose')}
      </Button>
    );
  }
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5 rounded border p-2 text-sm">
      <div className="flex items-center gap-1">
        <legend className="float-left flex-1 font-semibold">{t('proposal')}</legend>
        <IconButton size="small" label={t('proposal-drop')} onClick={proposal.drop}>
          <X size={14} aria-hidden />
        </IconButton>
      </div>
      {parts.length > 1 && (
        <Choice label={t('proposal-part')} value={current.part} onChange={(value) => proposal.begin(parts.find((part) => part === value) ?? current.part)}>
          {parts.map((part) => (
            <option key={part} value={part}>
              {t(partMessage(part))}
            </option>
          ))}
        </Choice>
      )}
      {current.part === 'change' ? (
        <Choice label={t('proposal-new')} value={current.after} onChange={proposal.setAfter}>
          {['', ...changes].map((change) => (
            <option key={change} value={change}>
              {t(`change.${change || 'open'}`)}
            </option>
          ))}
        </Choice>
      ) : (
        <label className="flex flex-col">
          <span className="text-soft">{t('proposal-new')}</span>
          <textarea
            className="field field-sizing-content max-h-60 shrink-0 resize-y"
            rows={1}
            dir="auto"
            aria-describedby={current.part === 'range' ? hint : undefined}
            value={current.after}
            onChange={(event) => proposal.setAfter(event.target.value)}
          />
          {current.part === 'range' && (
            <span id={hint} className="text-soft">
              {t('proposal-paragraphs')}
            </span>
          )}
        </label>
      )}
    </fieldset>
  );
}

'use client';
import { Check, Undo2, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState, type ReactNode } from 'react';
import { Button } from '@/app/components/Button';
import { useToasts } from '@/app/components/Toasts';
import { useUndoHere } from '@/app/components/use-undo-here';
import type { Proposal, Thread } from '@/lib/comments/thread';
import { diffText } from '@/lib/diff/diff-text';
import { applyToTarget, readTarget, type ProposalTarget } from '@/lib/document/proposed-change';
import type { ProposalDecision } from '@/lib/domain/comments';
import { parseItemName } from '@/lib/domain/items';
import { DiffText } from '../compare/DiffText';
import { Became } from '../compare/Marked';
import { useDerived, useMayEdit, useSession } from '../session/hooks';
import { failureOf, type Failure } from './agreement-api';
import { useThreadActions } from './AgreementProvider';
import { FailureNote } from './FailureNote';
import { partMessage } from './ProposalFields';
import { untilSaved } from './until-saved';

export interface ProposalViewProps {
  readonly thread: Thread;
  readonly comment: string;
  readonly proposal: Proposal;
  readonly isMine: boolean;
}

/** A proposed change, word by word, and what became of it; open ones can be accepted, rejected, withdrawn. */
export function ProposalView({ thread, comment, proposal, isMine }: ProposalViewProps) {
  const t = useTranslations('comments');
  const { part, before, after, decided } = proposal;
  const value = (change: string): string => t(`change.${change || 'open'}`);
  const diff = part === 'change' ? null : diffText(before, after);
  return (
    <section aria-label={t('proposal')} className="mt-1 flex flex-col gap-1.5 rounded border border-edge px-2 py-1.5">
      <h4 className="text-sm font-semibold text-soft">
        {t('proposal')} · {t(partMessage(part))}
      </h4>
      <p dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
        {part === 'change' ? <Became from={value(before)} to={value(after)} /> : diff && <DiffText diff={diff} />}
      </p>
      {decided ? (
        <p className="flex items-center gap-1 text-sm text-soft">
          {decided.decision === 'accepted' ? <Check size={14} aria-hidden /> : <X size={14} aria-hidden />}
          {t(decided.decision, { name: decided.by.name })}
        </p>
      ) : (
        <OpenProposal thread={thread} comment={comment} proposal={proposal} isMine={isMine} />
      )}
    </section>
  );
}

/** What can be done about a change that nobody has decided on; watches whether it still fits. */
function OpenProposal({ thread, comment, proposal, isMine }: ProposalViewProps): ReactNode {
  const t = useTranslations('comments');
  const errors = useTranslations('errors');
  const session = useSession();
  const mayEdit = useMayEdit();
  const { api, refetchThreads } = useThreadActions();
  const { toast } = useToasts();
  const { undo } = useUndoHere();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { part, before, after } = proposal;
  const item = parseItemName(thread.item);
  const target: ProposalTarget | null = item && { item, part, anchor: thread.anchor };
  const fits = useDerived(session.scenario, () => target !== null && readTarget(session.doc, target) === before);

  const decide = async (decision: ProposalDecision): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      if (decision === 'accepted') await accept();
      else await api.decide(thread.id, comment, decision);
      await refetchThreads();
    } catch (error) {
      setFailure(failureOf(error));
      await refetchThreads();
    } finally {
      setBusy(false);
    }
  };

  /** The record first, since of two who accept at once only one may make the change; then the change, as an edit of one's own. */
  const accept = async (): Promise<void> => {
    if (!target) return;
    if (!(await untilSaved(session))) return setFailure({ code: 'unavailable', words: t('unsaved') });
    await api.decide(thread.id, comment, 'accepted');
    if (!applyToTarget(session.doc, target, before, after, diffText(before, after, false) ?? [])) {
      await api.undecide(thread.id, comment);
      return setFailure({ code: 'text-moved', words: errors('text-moved') });
    }
    toast({ text: t('accept-done'), action: { label: t('undo'), run: undo } });
  };

  return (
    <>
      {!fits && <p className="text-sm text-caution">{t('stale')}</p>}
      {failure && <FailureNote failure={failure} />}
      <div className="flex flex-wrap gap-2">
        {mayEdit && (
          <>
            <Button size="small" look="primary" disabled={busy || !fits} aria-busy={busy} onClick={() => void decide('accepted')}>
              <Check size={14} aria-hidden />
              {t('accept')}
            </Button>
            <Button size="small" disabled={busy} onClick={() => void decide('rejected')}>
              <X size={14} aria-hidden />
              {t('reject')}
            </Button>
          </>
        )}
        {isMine && (
          <Button size="small" look="quiet" disabled={busy} onClick={() => void decide('withdrawn')}>
            <Undo2 size={14} aria-hidden />
            {t('withdraw')}
          </Button>
        )}
      </div>
    </>
  );
}

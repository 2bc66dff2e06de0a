'use client';
import { Check, Undo2, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState, type ReactNode } from 'react';
import { Button } from '@/app/components/Button';
import { useToasts } from '@/app/components/Toasts';
import { useToldUndo } from '@/app/components/use-undo-here';
import type { Proposal, Thread } from '@/lib/comments/thread';
import { readTarget, type ProposalTarget } from '@/lib/document/proposed-change';
import type { ProposalDecision } from '@/lib/domain/comments';
import { parseItemName } from '@/lib/domain/items';
import { useDerived, useMayEdit, useSession } from '../session/hooks';
import { failureOf, type Failure } from './agreement-api';
import { useThreadActions } from './AgreementProvider';
import { FailureNote } from './FailureNote';
import { partMessage } from './part-message';
import { ProposalDiff } from './ProposalDiff';
import { untilSaved } from './until-saved';
import { useAcceptance } from './use-acceptance';

export interface ProposalViewProps {
  readonly thread: Thread;
  readonly comment: string;
  readonly proposal: Proposal;
  readonly isMine: boolean;
}

/** A proposed change, word by word, and what became of it; open ones can be accepted, rejected, withdrawn, one's own decision taken back. */
export function ProposalView({ thread, comment, proposal, isMine }: ProposalViewProps) {
  const t = useTranslations('comments');
  const { me } = useSession();
  const mayEdit = useMayEdit();
  const { part, decided } = proposal;
  return (
    <section aria-label={t('proposal')} className="mt-1 flex flex-col gap-1.5 rounded border border-edge px-2 py-1.5">
      <h4 className="text-sm font-semibold text-soft">
        {t('proposal')} · {t(partMessage(part))}
      </h4>
      <ProposalDiff proposal={proposal} />
      {decided ? (
        <div className="flex flex-wrap items-center justify-between gap-x-2">
          <p className="flex items-center gap-1 text-sm text-soft">
            {decided.decision === 'accepted' ? <Check size={14} aria-hidden /> : <X size={14} aria-hidden />}
            {t(decided.decision, { name: decided.by.name })}
          </p>
          {mayEdit && decided.decision !== 'withdrawn' && decided.by.id === me.id && <TakeBack thread={thread.id} comment={comment} />}
        </div>
      ) : (
        <OpenProposal thread={thread} comment={comment} proposal={proposal} isMine={isMine} />
      )}
    </section>
  );
}

/** Takes one's own decision back; of an acceptance with the change that it made. */
function TakeBack({ thread, comment }: { readonly thread: string; readonly comment: string }) {
  const t = useTranslations('comments');
  const { undo } = useSession();
  const told = useToldUndo();
  const acceptance = useAcceptance(thread, comment);
  const [busy, setBusy] = useState(false);
  const takeBack = async (): Promise<void> => {
    setBusy(true);
    told(await undo.takeBack(acceptance));
    setBusy(false);
  };
  return (
    <Button size="small" look="quiet" busy={busy} onClick={() => void takeBack()}>
      <Undo2 size={14} aria-hidden />
      {t('take-back')}
    </Button>
  );
}

/** What can be done about a change that nobody has decided on; watches whether it still fits. */
function OpenProposal({ thread, comment, proposal, isMine }: ProposalViewProps): ReactNode {
  const t = useTranslations('comments');
  const session = useSession();
  const mayEdit = useMayEdit();
  const { api, refetchThreads } = useThreadActions();
  const { toast } = useToasts();
  const told = useToldUndo();
  const acceptance = useAcceptance(thread.id, comment);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { part, before } = proposal;
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

  const accept = async (): Promise<void> => {
    // what stands there is judged by what the server has
    if (!(await untilSaved(session))) return setFailure({ code: 'unavailable', words: t('unsaved') });
    await api.decide(thread.id, comment, 'accepted');
    session.undo.add(acceptance);
    toast({ text: t('accept-done'), action: { label: t('undo'), run: () => told(session.undo.takeBack(acceptance)) } });
  };

  return (
    <>
      {!fits && <p className="text-sm text-caution">{t('stale')}</p>}
      {failure && <FailureNote failure={failure} />}
      <div className="flex flex-wrap gap-2">
        {mayEdit && (
          <>
            <Button size="small" look="primary" disabled={!fits && !busy} busy={busy} onClick={() => void decide('accepted')}>
              <Check size={14} aria-hidden />
              {t('accept')}
            </Button>
            <Button size="small" busy={busy} onClick={() => void decide('rejected')}>
              <X size={14} aria-hidden />
              {t('reject')}
            </Button>
          </>
        )}
        {isMine && (
          <Button size="small" look="quiet" busy={busy} onClick={() => void decide('withdrawn')}>
            <Undo2 size={14} aria-hidden />
            {t('withdraw')}
          </Button>
        )}
      </div>
    </>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { Button } from '@/app/components/Button';
import { Dialog } from '@/app/components/Dialog';
import { failureOf, type Failure } from '@/app/scenarios/[id]/panel/agreement-api';
import { FailureNote } from '@/app/scenarios/[id]/panel/FailureNote';
import type { CollectionPlan } from '@/lib/collections/collection';
import { isNamed, PlanFields } from './PlanFields';

export interface PlanDialogProps {
  readonly title: string;
  readonly submit: string;
  readonly initial: CollectionPlan;
  readonly onSubmit: (plan: CollectionPlan) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks for a collection's name and authentic languages; what fails is said, and nothing typed is lost. */
export function PlanDialog({ title, submit, initial, onSubmit, onClose }: PlanDialogProps) {
  const t = useTranslations('collections');
  const [plan, setPlan] = useState(initial);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    try {
      await onSubmit(plan);
    } catch (error) {
      setFailure(failureOf(error));
      setBusy(false);
    }
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={title} description={t('hint')}>
      <form onSubmit={(event) => void send(event)} className="flex flex-col gap-3">
        <PlanFields plan={plan} onChange={setPlan} />
        {failure && <FailureNote failure={failure} />}
        <Button look="primary" type="submit" busy={busy} disabled={!isNamed(plan)} className="self-end">
          {submit}
        </Button>
      </form>
    </Dialog>
  );
}

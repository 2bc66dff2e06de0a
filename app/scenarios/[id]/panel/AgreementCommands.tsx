'use client';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useToasts } from '@/app/components/Toasts';
import type { Snapshot } from '@/lib/snapshots/snapshot';
import { useSession } from '../session/hooks';
import { useCommand } from '../workspace/commands';
import { useShellView } from '../workspace/WorkspaceViewProvider';
import { failureOf } from './agreement-api';
import { useAgreement } from './AgreementProvider';
import { newVersionField } from './NewVersion';
import { OfferDialog } from './OfferDialog';
import { asksToSign } from './VersionOffer';

/** The commands of what leads to an agreement: comment, look back, make a version, offer it, sign it, close editing. */
export function AgreementCommands() {
  const t = useTranslations('agreement');
  const signing = useTranslations('signing');
  const errors = useTranslations('errors');
  const group = useTranslations('workspace.group');
  const { scenarioId } = useSession();
  const { api, versions, refetchVersions } = useAgreement();
  const { toast } = useToasts();
  const view = useShellView();
  const router = useRouter();
  const [offering, setOffering] = useState<Snapshot | null>(null);
  const list = versions.value;
  const newest = list?.snapshots.find(({ kind }) => kind === 'manual') ?? null;
  const offered = list?.snapshots.find(({ offer }) => offer?.state === 'open' && offer.number !== null) ?? null;
  const isFrozen = list != null && list.frozen !== null;
  /** What a command is about: what is selected, or what the panel shows; else the scenario as a whole. */
  const item = (): string => view.selection.get()[0] ?? view.panel.get()?.item ?? 'scenario';

  const changeFreeze = async (): Promise<void> => {
    try {
      await (isFrozen ? api.openEditing() : api.closeEditing());
    } catch (error) {
      const { code, words } = failureOf(error);
      toast({ tone: 'danger', text: words ?? errors(code) });
    }
    await refetchVersions();
  };
  const nameVersion = (): void => {
    view.openPanel('versions');
    requestAnimationFrame(() => document.getElementById(newVersionField)?.focus());
  };

  useCommand({ id: 'agreement.comment', label: t('comment-selected'), group: group('do'), run: () => view.openComments(item()) });
  useCommand({ id: 'agreement.history', label: useTranslations('history')('command'), group: group('go'), run: () => router.push(`/scenarios/${scenarioId}/history?item=${encodeURIComponent(item())}`) });
  useCommand({ id: 'agreement.new-version', label: t('create-version'), group: group('do'), disabled: !list?.may.create, run: nameVersion });
  useCommand({ id: 'agreement.offer', label: signing('offer.title', { number: newest?.number ?? 0 }), group: group('do'), disabled: !list?.may.offer || !newest || newest.agreed || newest.offer?.state === 'open', run: () => setOffering(newest) });
  useCommand({ id: 'agreement.sign', label: signing(list && offered && asksToSign(offered, list.may.sign) ? 'open-to-sign' : 'open-brief'), group: group('go'), disabled: offered === null, run: () => router.push(`/scenarios/${scenarioId}/offers/${offered?.offer?.number}`) });
  useCommand({ id: 'agreement.freeze', label: signing(isFrozen ? 'freeze.reopen' : 'freeze.freeze'), group: group('do'), disabled: !list?.may.freeze, run: () => void changeFreeze() });
  return offering && <OfferDialog scenarioId={scenarioId} snapshot={offering} onClose={() => setOffering(null)} />;
}

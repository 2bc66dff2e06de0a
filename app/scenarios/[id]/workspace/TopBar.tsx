'use client';
import { ArrowLeft, CalendarDays, MessageSquare, UserPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { memo, useMemo, useState } from 'react';
import { AccountMenu, type AccountMenuProps } from '@/app/components/AccountMenu';
import { Button } from '@/app/components/Button';
import { InboxLink } from '@/app/components/InboxLink';
import { LanguageMenu } from '@/app/components/LanguageMenu';
import { ThemeMenu } from '@/app/components/ThemeMenu';
import { ShareDialog } from '@/app/scenarios/share/ShareDialog';
import { includesRight, type Delegation } from '@/lib/domain/delegations';
import type { Localized } from '@/lib/domain/languages';
import type { Template } from '@/lib/scenarios/read-template';
import { AgreementState } from '../panel/AgreementState';
import { useOpenSession, useRight } from '../session/hooks';
import { BarTools } from './BarTools';
import { CommandMenu } from './CommandMenu';
import { useCommand } from './commands';
import { ExportMenu } from './ExportMenu';
import { PeopleHere } from './PeopleHere';
import { ScenarioDetails } from './ScenarioDetails';
import { ScenarioTitle } from './ScenarioTitle';
import { TrustIndicator } from './TrustIndicator';
import { UndoButtons } from './UndoButtons';
import { useOpenPanel, useShellView } from './WorkspaceViewProvider';

export interface TopBarProps {
  readonly scenarioId: string;
  /** The title as the server has read it, shown until the live one is here. */
  readonly title: string;
  readonly account: AccountMenuProps['person'];
  /** Every side that a scenario can come from. */
  readonly delegations: readonly Delegation[];
  /** To which the scenario belongs. */
  readonly collection: { readonly id: string; readonly name: Localized } | null;
  /** With which the scenario began. */
  readonly template: Template | null;
  /** The reader may create scenarios, also from this one. */
  readonly mayCreate: boolean;
  /** The document is here: what is live may be shown. */
  readonly live: boolean;
  /** A session exists: presence and trust have something to say. */
  readonly open: boolean;
}

export const TopBar = memo(function TopBar({ scenarioId, title, account, delegations, collection, template, mayCreate, live, open }: TopBarProps) {
  const t = useTranslations('workspace');
  const view = useShellView();
  const panel = useOpenPanel();
  return (
    <header aria-label={t('bar')} className="flex flex-wrap items-center gap-x-1 gap-y-0.5 border-b bg-sunken px-2 py-1 max-sm:relative max-sm:z-20 md:flex-nowrap print:border-0 print:bg-paper print:p-0">
      <Link href="/scenarios" aria-label={t('scenarios')} title={t('scenarios')} className="rounded p-1.5 hover:bg-hover print:hidden">
        <ArrowLeft size={16} aria-hidden />
      </Link>
      <div className="min-w-40 flex-1 basis-[calc(100%-5rem)] sm:basis-52 lg:min-w-56">
        <h1 className={live ? 'sr-only print:not-sr-only' : 'line-clamp-2 px-2 text-lg leading-snug sm:max-lg:line-clamp-3 sm:max-lg:text-base font-semibold hyphens-auto break-words'}>{title || t('untitled')}</h1>
        {live && (
          <div className="max-w-3xl print:hidden">
            <ScenarioTitle />
          </div>
        )}
      </div>
      {live && (
        <span className="print:hidden">
          <ScenarioDetails scenarioId={scenarioId} delegations={delegations} collection={collection} template={template} mayCreate={mayCreate} />
        </span>
      )}
      {/* what says how things stand; on a phone a row of its own */}
      <div className="contents max-sm:flex max-sm:min-w-0 max-sm:basis-full max-sm:items-center max-sm:gap-1">
        {live && (
          <span className="flex min-w-0 max-sm:flex-1 md:max-lg:max-w-32">
            <AgreementState onOpen={() => view.openPanel('versions')} />
          </span>
        )}
        {open && <TrustIndicator />}
        {open && <PeopleHere />}
        <span className="ml-auto print:hidden">
          <LiveInboxLink />
        </span>
        <BarTools>
          {live && <UndoForEditors />}
          {open && <CommandMenu />}
          {open && <ShareButton scenarioId={scenarioId} />}
          <Link href={`/meetings?scenario=${scenarioId}`} aria-label={t('meetings')} title={t('meetings')} className="rounded p-1.5 hover:bg-hover">
            <CalendarDays size={16} aria-hidden />
          </Link>
          <ExportMenu scenarioId={scenarioId} title={title} />
          {open && (
            <Button
              look="quiet"
              aria-pressed={panel !== null}
              aria-label={t('part.discussion')}
              title={t('part.discussion')}
              className="!px-1.5 sm:max-lg:hidden" // there it is one of the tabs
              onClick={() => (panel ? view.closePanel() : view.openPanel('comments'))}
            >
              <MessageSquare size={16} aria-hidden />
            </Button>
          )}
          {/* in a small window the account's menu has it */}
          <span className="inline-flex sm:max-lg:hidden">
            <LanguageMenu />
          </span>
          <ThemeMenu />
          <AccountMenu person={account} short />
        </BarTools>
      </div>
    </header>
  );
});

/** The inbox, its number live as soon as there is a socket. */
function LiveInboxLink() {
  const session = useOpenSession();
  const listen = useMemo(() => session && ((onNews: () => void) => session.onNews(({ topic }) => topic === 'inbox' && onNews())), [session]);
  return <InboxLink listen={listen} />;
}

function UndoForEditors() {
  if (!includesRight(useRight(), 'editor')) return null;
  return (
    // a phone has no room for it in the bar, and few edit there
    <span className="inline-flex max-sm:hidden">
      <UndoButtons />
    </span>
  );
}

function ShareButton({ scenarioId }: { readonly scenarioId: string }) {
  const t = useTranslations('workspace');
  const mayShare = useRight() === 'facilitator';
  const [isOpen, setIsOpen] = useState(false);
  useCommand({ id: 'workspace.share', label: t('share'), group: t('group.do'), disabled: !mayShare, run: () => setIsOpen(true) });
  if (!mayShare) return null;
  return (
    <>
      <Button look="quiet" onClick={() => setIsOpen(true)}>
        <UserPlus size={16} aria-hidden />
        <span className="max-2xl:sr-only">{t('share')}</span>
      </Button>
      <ShareDialog scenarioId={scenarioId} open={isOpen} onOpenChange={setIsOpen} />
    </>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import { useSyncExternalStore, type ReactNode } from 'react';
import { Group, Panel as Pane, Separator, useGroupRef } from 'react-resizable-panels';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { ToastsProvider } from '@/app/components/Toasts';
import type { Right } from '@/lib/domain/delegations';
import { textIn } from '@/lib/domain/languages';
import type { PresentPerson } from '@/lib/sync/presence';
import { AgreementCommands } from '../panel/AgreementCommands';
import { AgreementProvider } from '../panel/AgreementProvider';
import Panel from '../panel/Panel';
import { PhaseCommands } from '../phases/PhaseCommands';
import { PositionsProvider } from '../positions/PositionsProvider';
import { useOpenSession, useReady, useScenarioPart } from '../session/hooks';
import { SessionProvider } from '../session/SessionProvider';
import { SinceNotice } from '../since/SinceNotice';
import type { Address, NetworkMode } from './address';
import { BoundsNotice } from './BoundsNotice';
import { CommandsProvider } from './commands';
import { EarlierEditsNotice } from './EarlierEditsNotice';
import { FollowingBanner, FollowingProvider } from './following';
import { rememberLayout, type PaneLayout } from './layout-cookie';
import { MeetingBanner } from './MeetingBanner';
import { NarrowTabs, useNarrowTab } from './NarrowTabs';
import { NetworkPane } from './NetworkPane';
import { PartBoundary } from './PartBoundary';
import { FrozenNotice } from './FrozenNotice';
import { RefusedNotice } from './RefusedNotice';
import { TextsPane } from './TextsPane';
import { TopBar, type TopBarProps } from './TopBar';
import { useOpenPanel, useShellView, WorkspaceViewProvider } from './WorkspaceViewProvider';
import { WorkspaceCommands } from './WorkspaceCommands';

export interface WorkspaceProps {
  readonly scenarioId: string;
  readonly epoch: number;
  readonly me: PresentPerson;
  readonly right: Right;
  readonly account: TopBarProps['account'];
  readonly delegations: TopBarProps['delegations'];
  readonly collection: TopBarProps['collection'];
  readonly template: TopBarProps['template'];
  readonly mayCreate: boolean;
  /** What the server has read: shown at once, until the live scenario is here. */
  readonly read: { readonly title: string; readonly figure: string; readonly wording: ReactNode };
  readonly address: Address;
  readonly layouts: Readonly<Record<string, PaneLayout>>;
}

/** One scenario, one workspace. What the server rendered stands first; the live parts take its place when they are ready. */
export function Workspace(props: WorkspaceProps) {
  const { scenarioId, epoch, me, right, address } = props;
  const defaultMode: NetworkMode = right === 'facilitator' || right === 'editor' ? 'network' : 'figure';
  return (
    <ToastsProvider>
      <SessionProvider scenarioId={scenarioId} epoch={epoch} me={me} right={right}>
        <WorkspaceViewProvider initial={address} defaultMode={defaultMode}>
          <CommandsProvider>
            <FollowingProvider>
              <MaybeOpen {...props} />
            </FollowingProvider>
          </CommandsProvider>
        </WorkspaceViewProvider>
      </SessionProvider>
    </ToastsProvider>
  );
}

/** Everything that needs a session stands below `open`; the shell around keeps its place when the session comes. */
function MaybeOpen(props: WorkspaceProps) {
  const session = useOpenSession();
  return session ? (
    <AgreementProvider>
      <PositionsProvider>
        <Open {...props} />
      </PositionsProvider>
    </AgreementProvider>
  ) : (
    <Shell {...props} title={props.read.title} live={false} open={false} />
  );
}

function Open(props: WorkspaceProps) {
  const live = useReady();
  const title = useScenarioPart('title');
  const { language } = useInterfaceLanguage();
  return <Shell {...props} title={live ? textIn(title, language) : props.read.title} live={live} open />;
}

const never = (): (() => void) => () => {};

function Shell({ scenarioId, epoch, account, delegations, collection, template, mayCreate, read, layouts, title, live, open }: WorkspaceProps & { readonly title: string; readonly live: boolean; readonly open: boolean }) {
  const t = useTranslations('workspace');
  const view = useShellView();
  const tab = useNarrowTab();
  const panel = useOpenPanel();
  // Without a script nothing can be switched: then all parts stand below each other.
  const isRunning = useSyncExternalStore(never, () => true, () => false);
  const down = useGroupRef();
  const withPanel = open && panel !== null;
  return (
    <div className="workspace flex h-dvh flex-col" data-tab={isRunning ? tab : undefined}>
      <TopBar scenarioId={scenarioId} title={title} account={account} delegations={delegations} collection={collection} template={template} mayCreate={mayCreate} live={live} open={open} />
      {open && <SinceNotice scenarioId={scenarioId} />}
      {open && <RefusedNotice />}
      {open && <EarlierEditsNotice epoch={epoch} />}
      {open && <FrozenNotice />}
      {live && <BoundsNotice />}
      {open && <MeetingBanner />}
      {open && <FollowingBanner />}
      {live && <AgreementCommands />}
      {live && <PhaseCommands />}
      {live && <WorkspaceCommands onSplit={(network) => down.current?.setLayout({ network, texts: 100 - network })} />}
      {isRunning && <NarrowTabs />}
      <Group
        id="across"
        orientation="horizontal"
        className="min-h-0 flex-1"
        defaultLayout={withPanel ? layouts.across : undefined}
        onLayoutChanged={(layout, { isUserInteraction }) => isUserInteraction && rememberLayout('across', layout)}
      >
        <Pane id="scenario" minSize="40%">
          <main className="h-full min-h-0">
            <Group id="down" groupRef={down} orientation="vertical" defaultLayout={layouts.down} onLayoutChanged={(layout, { isUserInteraction }) => isUserInteraction && rememberLayout('down', layout)}>
              <Pane id="network" defaultSize="60%" minSize="15%" collapsible>
                <div data-tab-pane="network" className="h-full min-h-0" onFocusCapture={() => view.setPart(view.mode.get())} onPointerDownCapture={() => view.setPart(view.mode.get())}>
                  <NetworkPane live={live} figure={read.figure} title={title} />
                </div>
              </Pane>
              <Separator aria-label={t('resize-texts')} className="h-1 bg-line hover:bg-accent data-[separator=active]:bg-accent print:hidden" />
              <Pane id="texts" minSize="10%" collapsible>
                <TextsPane live={live} read={read.wording} />
              </Pane>
            </Group>
          </main>
        </Pane>
        {withPanel && (
          <>
            <Separator aria-label={t('resize-panel')} className="w-1 bg-line hover:bg-accent data-[separator=active]:bg-accent print:hidden" />
            <Pane id="panel" defaultSize="28%" minSize="18%">
              <aside aria-label={t('part.discussion')} data-tab-pane="discussion" className="h-full min-h-0 print:hidden">
                {panel && (
                  <PartBoundary>
                    <Panel
                      tab={panel.tab}
                      item={panel.item}
                      thread={panel.thread}
                      comment={panel.comment}
                      onTab={(panelTab) => view.openPanel(panelTab, panel.item)}
                      onItem={view.setPanelItem}
                      onClose={view.closePanel}
                    />
                  </PartBoundary>
                )}
              </aside>
            </Pane>
          </>
        )}
      </Group>
    </div>
  );
}

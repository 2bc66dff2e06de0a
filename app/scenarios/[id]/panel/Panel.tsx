'use client';
import { FileDiff, Handshake, History, ListChecks, MessageSquare, Milestone, X, type LucideIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Tabs } from 'radix-ui';
import { IconButton } from '@/app/components/IconButton';
import { isComposing } from '@/app/components/is-composing';
import type { Finding } from '@/lib/checks/finding';
import { findingsOf } from '@/lib/checks/findings-of';
import { ChecksTab } from '../checks/ChecksTab';
import { AgreementTab } from '../positions/AgreementTab';
import { useDerived, useReady, useSession } from '../session/hooks';
import { panelTabs, type PanelTab } from '../workspace/address';
import { useAgreement } from './AgreementProvider';
import { ChangesTab } from '../phases/ChangesTab';
import { isAboutItems } from '../workspace/WorkspaceViewProvider';
import { CommentsTab } from './CommentsTab';
import { VersionsTab } from './VersionsTab';

export interface PanelProps {
  readonly tab: PanelTab;
  /** Name of the item whose discussion is shown; null: all. */
  readonly item: string | null;
  /** Id of the thread that a link leads to. */
  readonly thread: string | null;
  /** Id of the comment that a link leads to. */
  readonly comment: string | null;
  readonly onTab: (tab: PanelTab) => void;
  readonly onItem: (item: string | null) => void;
  readonly onClose: () => void;
}

const nothing: readonly Finding[] = [];

/** The panel at the right: what is being discussed, what the checks find, and the versions. Needs an AgreementProvider around it. */
export default function Panel({ tab, item, thread, comment, onTab, onItem, onClose }: PanelProps) {
  const t = useTranslations('agreement');
  const positions = useTranslations('positions');
  const history = useTranslations('history');
  const changes = useTranslations('phases');
  const checks = useTranslations('checks');
  const { scenarioId, scenario } = useSession();
  const ready = useReady();
  const found = useDerived(scenario, findingsOf);
  const findings = ready ? found : nothing; // of a scenario that is still to come everything is missing
  const open = [...useAgreement().openCounts.values()].reduce((sum, count) => sum + count, 0);
  return (
    <Tabs.Root
      value={tab}
      onValueChange={(value) => onTab(panelTabs.find((each) => each === value) ?? 'comments')}
      // a dialog or tooltip in front takes the key first and marks it as used; half-typed texts are kept
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && !isComposing(event) && onClose()}
      className="flex h-full min-h-0 flex-col bg-raised"
    >
      <div className="@container flex items-start border-b pl-1 pr-1">
        <Tabs.List aria-label={t('panel')} className="flex min-w-0 flex-1">
          <Tab value="comments" icon={MessageSquare} name={t('comments')} count={open} counted={t('open-count', { open })} />
          <Tab value="agreement" icon={Handshake} name={positions('tab')} />
          <Tab value="checks" icon={ListChecks} name={checks('tab')} count={findings.length} counted={checks('count', { count: findings.length })} />
          <Tab value="versions" icon={Milestone} name={t('versions')} />
          <Tab value="changes" icon={FileDiff} name={changes('tab')} />
        </Tabs.List>
        <IconButton label={t('close')} onClick={onClose}>
          <X size={16} aria-hidden />
        </IconButton>
      </div>
      {item !== null && isAboutItems(tab) && (
        <a href={`/scenarios/${scenarioId}/history?item=${item}`} className="inline-flex items-center gap-1.5 self-start px-3 pt-2 text-sm text-accent underline underline-offset-2">
          <History size={14} aria-hidden />
          {history('link')}
        </a>
      )}
      <Tabs.Content value="comments" className="min-h-0 flex-1 overflow-y-auto p-3">
        <CommentsTab item={item} thread={thread} comment={comment} onItem={onItem} />
      </Tabs.Content>
      <Tabs.Content value="agreement" className="min-h-0 flex-1 overflow-y-auto p-3">
        <AgreementTab item={item} onItem={onItem} />
      </Tabs.Content>
      <Tabs.Content value="checks" className="min-h-0 flex-1 overflow-y-auto p-3">
        <ChecksTab findings={findings} />
      </Tabs.Content>
      <Tabs.Content value="versions" className="min-h-0 flex-1 overflow-y-auto p-3">
        <VersionsTab />
      </Tabs.Content>
      <Tabs.Content value="changes" className="min-h-0 flex-1 overflow-y-auto p-3">
        <ChangesTab />
      </Tabs.Content>
    </Tabs.Root>
  );
}

interface TabProps {
  readonly value: PanelTab;
  readonly icon: LucideIcon;
  readonly name: string;
  readonly count?: number;
  /** What `count` counts, in words. */
  readonly counted?: string;
}

/** Where there is no room for the names of all tabs in a row, the open one alone shows its name, and the others their signs. */
function Tab({ value, icon: Icon, name, count = 0, counted }: TabProps) {
  return (
    <Tabs.Trigger
      value={value}
      title={name}
      className="group relative inline-flex min-h-9 items-center gap-1.5 whitespace-nowrap border-b-2 border-transparent px-1.5 font-medium text-soft hover:text-ink data-[state=active]:border-accent data-[state=active]:text-ink @max-[32rem]:px-2"
    >
      <Icon size={16} aria-hidden className="shrink-0 @[32rem]:hidden" />
      <span className="@max-[32rem]:group-data-[state=inactive]:sr-only">{name}</span>
      {count > 0 && (
        <span className="text-sm text-soft" title={counted}>
          <span aria-hidden>{count}</span>
          <span className="sr-only">{counted}</span>
        </span>
      )}
    </Tabs.Trigger>
  );
}

'use client';
import { clsx } from 'clsx';
import { CopyPlus, EllipsisVertical, FileJson, Plus, UserPlus } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import Link from 'next/link';
import { useState } from 'react';
import { Badge } from '@/app/components/Badge';
import { Button } from '@/app/components/Button';
import { DelegationBadge } from '@/app/components/DelegationBadge';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { Menu, MenuItem, MenuLink } from '@/app/components/Menu';
import { useLiveAnswer } from '@/app/components/use-live-answer';
import type { Delegation } from '@/lib/domain/delegations';
import { textIn } from '@/lib/domain/languages';
import type { ListedScenario } from '@/lib/scenarios/list-scenarios';
import { fileName } from '../file-name';
import { originName } from '../origin-name';
import { ShareDialog } from '../share/ShareDialog';
import { CreateScenario } from './CreateScenario';
import { ImportScenario } from './ImportScenario';
import { searchScenarios } from './search-scenarios';

export interface ScenarioListProps {
  readonly initial: readonly ListedScenario[];
  /** When the server read the list. */
  readonly now: string;
  readonly mayCreate: boolean;
  readonly delegations: readonly Delegation[];
  /** Id of the scenario with which somebody wants to begin another one, as an address says. */
  readonly template: string | null;
}

export function ScenarioList({ initial, now: renderedAt, mayCreate, delegations, template }: ScenarioListProps) {
  const t = useTranslations('scenarios');
  const [query, setQuery] = useState('');
  const [creating, setCreating] = useState<{ readonly template: string | null } | null>(mayCreate && template !== null ? { template } : null);
  const [sharing, setSharing] = useState<string | null>(null);
  const { answer, stale, now } = useLiveAnswer('/api/scenarios', { scenarios: initial }, renderedAt);
  const { scenarios } = answer;
  const shown = searchScenarios(scenarios, query);
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <input type="search" className="field min-h-8 !w-72 max-w-full" aria-label={t('search')} placeholder={t('search')} value={query} onChange={(event) => setQuery(event.target.value)} />
        <span role="status" className="text-sm text-soft">
          {t('count', { count: shown.length })}
        </span>
        {mayCreate && (
          <span className="ml-auto flex gap-2">
            <ImportScenario />
            <Button look="primary" onClick={() => setCreating({ template: null })}>
              <Plus size={16} aria-hidden /> {t('create.button')}
            </Button>
          </span>
        )}
      </div>
      {stale && (
        <p role="alert" className="mb-3 rounded border border-caution bg-caution-soft px-3 py-1.5 text-caution">
          {t('stale')}
        </p>
      )}
      {shown.length > 0 && (
        <table className="w-full border-collapse max-sm:block">
          {/* on a phone a row is a card: title, state, who is there */}
          <thead className="max-sm:sr-only">
            <tr className="border-b border-edge text-left text-sm text-soft">
              <th scope="col" className="py-1.5 pr-4 font-medium">{t('columns.title')}</th>
              <th scope="col" className="hidden min-w-16 py-1.5 pr-4 font-medium sm:table-cell">{t('columns.origin')}</th>
              <th scope="col" className="hidden py-1.5 pr-4 font-medium lg:table-cell">{t('columns.best-practice')}</th>
              <th scope="col" className="py-1.5 pr-4 font-medium lg:min-w-52">{t('columns.state')}</th>
              <th scope="col" className="py-1.5 pr-4 font-medium">{t('columns.here')}</th>
              <th scope="col" className="hidden py-1.5 pr-4 font-medium md:table-cell">{t('columns.changed')}</th>
              <th scope="col"><span className="sr-only">{t('columns.more')}</span></th>
            </tr>
          </thead>
          <tbody className="max-sm:block">
            {shown.map((scenario) => (
              <Row key={scenario.id} scenario={scenario} now={now} delegations={delegations} onShare={() => setSharing(scenario.id)} onTemplate={mayCreate ? () => setCreating({ template: scenario.id }) : null} />
            ))}
          </tbody>
        </table>
      )}
      {!scenarios.length && (
        <div className="border-y py-10 text-center">
          <p className="font-medium">{t('none')}</p>
          <p className="text-soft">{mayCreate ? t('none-create') : t('none-wait')}</p>
        </div>
      )}
      {scenarios.length > 0 && !shown.length && <p className="border-y py-10 text-center text-soft">{t('none-found', { query })}</p>}
      {creating && <CreateScenario delegations={delegations} scenarios={scenarios} template={creating.template} onClose={() => setCreating(null)} />}
      {sharing && <ShareDialog scenarioId={sharing} open onOpenChange={(open) => !open && setSharing(null)} />}
    </>
  );
}

interface RowProps {
  readonly scenario: ListedScenario;
  readonly now: number;
  readonly delegations: readonly Delegation[];
  readonly onShare: () => void;
  /** Begins another scenario with it; null for who may not create any. */
  readonly onTemplate: (() => void) | null;
}

function Row({ scenario, now, delegations, onShare, onTemplate }: RowProps) {
  const t = useTranslations('scenarios');
  const ui = useTranslations('ui');
  const format = useFormatter();
  const { language } = useInterfaceLanguage();
  const title = textIn(scenario.title, language) || t('untitled');
  const origin = scenario.origin && originName(ui, scenario.origin, delegations, language);
  const { agreement } = scenario;
  const changed = new Date(scenario.changedAt);
  return (
    <tr className="relative border-b align-top hover:bg-hover max-sm:grid max-sm:grid-cols-[1fr_auto] max-sm:py-2" data-scenario={scenario.id}>
      <td className="min-w-40 py-2 pr-4 hyphens-auto [overflow-wrap:anywhere] max-sm:py-0">
        {/* the link covers its row, so that all of it can be clicked and the row still is one link */}
        <Link href={`/scenarios/${scenario.id}`} className="font-medium after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:outline-accent">
          {title}
        </Link>
      </td>
      <td className="hidden py-2 pr-4 sm:table-cell">{origin}</td>
      <td className="hidden py-2 pr-4 lg:table-cell">{scenario.bestPractice}</td>
      <td className="py-2 pr-4 max-sm:col-span-2 max-sm:row-start-2 max-sm:py-1" data-agreement={agreement.state}>
        <Badge tone={agreement.state === 'agreed' ? 'accent' : 'plain'}>{agreement.state === 'draft' ? t('state.draft') : t(`state.${agreement.state}`, { number: agreement.number })}</Badge>
        {scenario.distance && scenario.distance.of > 0 && <span className="block text-sm text-soft max-sm:ml-2 max-sm:inline">{t('distance', { ...scenario.distance })}</span>}
        {!!scenario.findings && <span data-findings className="block text-sm text-soft max-sm:ml-2 max-sm:inline">{t('findings', { count: scenario.findings })}</span>}
      </td>
      <td className={clsx('py-2 pr-4 max-sm:col-span-2 max-sm:row-start-3 max-sm:py-0', !scenario.here.length && 'max-sm:hidden')}>
        {scenario.here.length ? (
          <ul className="flex flex-wrap gap-x-3 gap-y-0.5">
            {scenario.here.map((person) => (
              <li key={person.id} className="inline-flex items-center gap-1">
                <DelegationBadge code={person.delegation} observers /> {person.name}
              </li>
            ))}
          </ul>
        ) : (
          <span className="text-soft">{t('nobody')}</span>
        )}
      </td>
      <td className="hidden whitespace-nowrap py-2 pr-4 text-soft md:table-cell">
        <time dateTime={scenario.changedAt} title={format.dateTime(changed, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }) + ' UTC'}>
          {format.relativeTime(changed, Math.max(now, changed.getTime()))}
        </time>
      </td>
      <td className="relative py-1 text-right max-sm:col-start-2 max-sm:row-start-1 max-sm:py-0">
        <Menu
          label={t('more-of', { title })}
          trigger={
            <Button look="quiet" size="small" aria-label={t('more-of', { title })}>
              <EllipsisVertical size={16} aria-hidden />
            </Button>
          }
        >
          <MenuLink href={`/api/scenarios/${scenario.id}`} download={`${fileName(title)}.json`} icon={<FileJson size={16} aria-hidden />}>
            {t('export')}
          </MenuLink>
          {onTemplate && (
            <MenuItem icon={<CopyPlus size={16} aria-hidden />} onSelect={onTemplate}>
              {t('use-as-template')}
            </MenuItem>
          )}
          {scenario.right === 'facilitator' && (
            <MenuItem icon={<UserPlus size={16} aria-hidden />} onSelect={onShare}>
              {t('share-this')}
            </MenuItem>
          )}
        </Menu>
      </td>
    </tr>
  );
}

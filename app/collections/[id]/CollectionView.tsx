'use client';
import { useFormatter, useTranslations } from 'next-intl';
import { useRouter, useSearchParams } from 'next/navigation';
import { useMemo, useState } from 'react';
import { Button } from '@/app/components/Button';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { useToasts } from '@/app/components/Toasts';
import { useLiveAnswer } from '@/app/components/use-live-answer';
import { useAct } from '@/app/meetings/[id]/use-act';
import { ReportDialog } from '@/app/reports/ReportDialog';
import type { Delegation } from '@/lib/domain/delegations';
import { textIn } from '@/lib/domain/languages';
import { collectionApi } from '../collection-api';
import { PlanDialog } from '../PlanDialog';
import { AddScenario } from './AddScenario';
import { CollectionFindings } from './CollectionFindings';
import { CollectionMenu } from './CollectionMenu';
import { FigureLinks } from './FigureLinks';
import type { CollectionOverview, OverviewScenario } from './overview';
import { formatFilter, isFiltering, parseFilter, passes, type OverviewFilter } from './overview-filter';
import { OverviewFilters } from './OverviewFilters';
import { OverviewTable } from './OverviewTable';
import { VerdictLegend } from './VerdictList';

export interface CollectionViewProps {
  readonly initial: CollectionOverview;
  /** When the server read it. */
  readonly now: string;
  readonly delegations: readonly Delegation[];
}

/** What a collection says and holds, as it stands now; who leads it changes that here. */
export function CollectionView({ initial, now, delegations }: CollectionViewProps) {
  const t = useTranslations('collections');
  const report = useTranslations('report');
  const untitled = useTranslations('scenarios')('untitled');
  const names = useTranslations('agreement.item.languages');
  const format = useFormatter();
  const { language } = useInterfaceLanguage();
  const { toast } = useToasts();
  const router = useRouter();
  const search = useSearchParams();
  const { answer, stale, refresh } = useLiveAnswer(`/api/collections/${initial.collection.id}/overview`, initial, now);
  const { collection, scenarios, findings, others } = answer;
  const api = useMemo(() => collectionApi(collection.id), [collection.id]);
  // done only when what is shown has it, so that the next step starts from the order that the reader sees
  const { act, busy } = useAct(refresh);
  const [editing, setEditing] = useState(false);
  const [asksForReport, setAsksForReport] = useState(false);
  const { lead } = collection.may;
  const ids = scenarios.map(({ id }) => id);
  const filter = useMemo(() => parseFilter(new URLSearchParams(search)), [search]);
  const shown = scenarios.filter((scenario) => passes(scenario, filter));
  const choose = (next: OverviewFilter): void => history.replaceState(null, '', `${location.pathname}${formatFilter(next, new URLSearchParams(search))}`);

  const remove = async ({ id, title, right }: OverviewScenario): Promise<void> => {
    const next = ids[ids.indexOf(id) + 1];
    if (!(await act(() => api.remove(id)))) return;
    const undo = async (): Promise<void> => {
      await api.add(id);
      if (next) await api.move(id, next);
    };
    toast({
      text: t('removed', { title: textIn(title, language) || untitled }),
      ...(lead && right === 'facilitator' && { action: { label: t('undo'), run: () => void act(undo) } }),
    });
  };
  const move = (id: string, before: string | null) => (): void => void act(() => api.move(id, before));
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <p className="min-w-0">{t('authentic-in', { languages: format.list(collection.authenticLanguages.map((each) => names(each))) })}</p>
        {lead && (
          <Button size="small" onClick={() => setEditing(true)}>
            {t('change')}
          </Button>
        )}
        {scenarios.length > 0 && (
          <Button size="small" onClick={() => setAsksForReport(true)}>
            {report('open')}
          </Button>
        )}
        {scenarios.length > 0 && <FigureLinks collection={collection} />}
        {lead && <CollectionMenu collection={collection.id} name={textIn(collection.name, language)} />}
      </div>
      {textIn(collection.description, language) && <p className="-mt-2 mb-4 max-w-3xl whitespace-pre-wrap [overflow-wrap:anywhere]">{textIn(collection.description, language)}</p>}
      {stale && (
        <p role="alert" className="mb-3 rounded border border-caution bg-caution-soft px-3 py-1.5 text-caution">
          {t('stale')}
        </p>
      )}
      {scenarios.length === 0 ? (
        <div className="border-y py-10 text-center">
          <p className="font-medium">{t('empty')}</p>
          {lead && <p className="text-soft">{t('empty-hint')}</p>}
        </div>
      ) : (
        <>
          <OverviewFilters scenarios={scenarios} delegations={delegations} filter={filter} shown={shown.length} onChange={choose} />
          {shown.length === 0 ? (
            <p className="border-y py-10 text-center text-soft">{t('filters.none')}</p>
          ) : (
            <>
              <OverviewTable
                scenarios={scenarios}
                isShown={(scenario) => shown.includes(scenario)}
                delegations={delegations}
                deedsOf={(scenario, index) => ({
                  busy,
                  // among some only, "up" would not say where to
                  ...(lead && !isFiltering(filter) && { onUp: index > 0 ? move(scenario.id, ids[index - 1]!) : null, onDown: index < ids.length - 1 ? move(scenario.id, ids[index + 2] ?? null) : null }),
                  ...(scenario.mayRemove && { onRemove: () => void remove(scenario) }),
                })}
              />
              <VerdictLegend />
            </>
          )}
        </>
      )}
      {scenarios.length > 0 && <CollectionFindings findings={findings} scenarios={scenarios} />}
      {lead && others.length > 0 && <AddScenario others={others} busy={busy} onAdd={(scenario) => act(() => api.add(scenario))} />}
      {asksForReport && <ReportDialog path={`/api/collections/${collection.id}/report`} of="collection" onClose={() => setAsksForReport(false)} />}
      {editing && (
        <PlanDialog
          title={t('change')}
          submit={t('save')}
          initial={{ name: collection.name, description: collection.description, authenticLanguages: collection.authenticLanguages }}
          onSubmit={async (plan) => {
            await api.change(plan);
            setEditing(false);
            router.refresh(); // the heading is the server's
            await refresh();
          }}
          onClose={() => setEditing(false)}
        />
      )}
    </>
  );
}

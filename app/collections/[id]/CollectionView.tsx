'use client';
import { useFormatter, useTranslations } from 'next-intl';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useCallback, useMemo, useState, useTransition } from 'react';
import { Button } from '@/app/components/Button';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { useToasts } from '@/app/components/Toasts';
import { useAct } from '@/app/meetings/[id]/use-act';
import type { Collection } from '@/lib/collections/collection';
import type { Delegation } from '@/lib/domain/delegations';
import { textIn, type Localized } from '@/lib/domain/languages';
import type { ListedScenario } from '@/lib/scenarios/list-scenarios';
import { collectionApi } from '../collection-api';
import { PlanDialog } from '../PlanDialog';
import { CollectedRow } from './CollectedRow';

/** A scenario of the collection, as its row shows it. */
export type Collected = ListedScenario & { readonly mayRemove: boolean };

export interface CollectionViewProps {
  readonly collection: Collection;
  readonly scenarios: readonly Collected[];
  /** Those that the reader facilitates and that are not in it. */
  readonly others: readonly { readonly id: string; readonly title: Localized }[];
  readonly delegations: readonly Delegation[];
}

/** What a collection says and holds; who leads it changes that here. */
export function CollectionView({ collection, scenarios, others, delegations }: CollectionViewProps) {
  const t = useTranslations('collections');
  const untitled = useTranslations('scenarios')('untitled');
  const names = useTranslations('agreement.item.languages');
  const format = useFormatter();
  const { language } = useInterfaceLanguage();
  const { toast } = useToasts();
  const router = useRouter();
  const api = useMemo(() => collectionApi(collection.id), [collection.id]);
  // until the page has come anew, the order that the reader sees is an earlier one
  const [isRefreshing, startRefresh] = useTransition();
  const refresh = useCallback(() => startRefresh(() => router.refresh()), [router]);
  const acting = useAct(useCallback(async () => refresh(), [refresh]));
  const { act } = acting;
  const busy = acting.busy || isRefreshing;
  const [editing, setEditing] = useState(false);
  const [chosen, setChosen] = useState('');
  const { lead } = collection.may;
  const ids = scenarios.map(({ id }) => id);

  const add = async (): Promise<void> => {
    if (await act(() => api.add(chosen))) setChosen('');
  };
  const remove = async ({ id, title, right }: Collected): Promise<void> => {
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
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <p className="min-w-0">{t('authentic-in', { languages: format.list(collection.authenticLanguages.map((each) => names(each))) })}</p>
        {lead && (
          <Button size="small" onClick={() => setEditing(true)}>
            {t('change')}
          </Button>
        )}
        <Link href="/collections" className="ml-auto text-accent underline underline-offset-2">
          {t('all')}
        </Link>
      </div>
      {scenarios.length === 0 ? (
        <div className="border-y py-10 text-center">
          <p className="font-medium">{t('empty')}</p>
          {lead && <p className="text-soft">{t('empty-hint')}</p>}
        </div>
      ) : (
        <ol className="border-t">
          {scenarios.map((scenario, index) => (
            <CollectedRow
              key={scenario.id}
              scenario={scenario}
              number={index + 1}
              delegations={delegations}
              busy={busy}
              onUp={lead && index > 0 ? () => void act(() => api.move(scenario.id, ids[index - 1]!)) : undefined}
              onDown={lead && index < ids.length - 1 ? () => void act(() => api.move(scenario.id, ids[index + 2] ?? null)) : undefined}
              mayMove={lead}
              onRemove={scenario.mayRemove ? () => void remove(scenario) : undefined}
            />
          ))}
        </ol>
      )}
      {lead && others.length > 0 && (
        <div className="mt-4 flex flex-wrap items-end gap-2">
          <label className="flex min-w-0 flex-col gap-1">
            <span className="font-medium">{t('add-label')}</span>
            <select className="field min-h-8 max-w-full" value={chosen} onChange={(event) => setChosen(event.target.value)}>
              <option value="">{t('choose')}</option>
              {others.map(({ id, title }) => (
                <option key={id} value={id}>
                  {textIn(title, language) || untitled}
                </option>
              ))}
            </select>
          </label>
          <Button busy={busy} disabled={chosen === ''} onClick={() => void add()}>
            {t('add')}
          </Button>
        </div>
      )}
      {editing && (
        <PlanDialog
          title={t('change')}
          submit={t('save')}
          initial={{ name: collection.name, authenticLanguages: collection.authenticLanguages }}
          onSubmit={async (plan) => {
            await api.change(plan);
            setEditing(false);
            refresh();
          }}
          onClose={() => setEditing(false)}
        />
      )}
    </>
  );
}

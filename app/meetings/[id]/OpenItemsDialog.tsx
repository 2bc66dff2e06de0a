'use client';
import { useTranslations } from 'next-intl';
import { useCallback, useState } from 'react';
import { Button } from '@/app/components/Button';
import { Dialog } from '@/app/components/Dialog';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { newRequestId } from '@/app/scenarios/[id]/panel/agreement-api';
import { useFetched } from '@/app/scenarios/[id]/panel/use-fetched';
import { notedItemLabel } from '@/app/scenarios/item-label';
import { textIn } from '@/lib/domain/languages';
import type { MeetingPartProps } from './MeetingHead';

/** Chooses what comes on the agenda from what is not agreed yet. */
export function OpenItemsDialog({ api, busy, act, onClose }: Omit<MeetingPartProps, 'meeting'> & { readonly onClose: () => void }) {
  const t = useTranslations('meetings.agenda');
  const items = useTranslations('agreement.item');
  const reasons = useTranslations('positions.reasons');
  const errors = useTranslations('errors');
  const untitled = useTranslations('scenarios')('untitled');
  const { language } = useInterfaceLanguage();
  const [{ value, failure }, refetch] = useFetched(useCallback(() => api.openItems(), [api]));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const key = (scenario: string, item: string): string => `${scenario} ${item}`;
  const choose = (keys: readonly string[], isChosen: boolean): void =>
    setChosen((before) => {
      const after = new Set(before);
      for (const each of keys) if (isChosen) after.add(each);
        else after.delete(each);
      return after;
    });
  const add = async (): Promise<void> => {
    for (const scenario of value?.scenarios ?? []) {
      const names = scenario.items.filter(({ name }) => chosen.has(key(scenario.id, name))).map(({ name }) => name);
      if (names.length && !(await act(() => api.addPoints({ scenario: scenario.id, items: names, requestId: newRequestId() })))) return void refetch();
    }
    onClose();
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('from-open-items')} description={t('open-hint')} wide>
      {!value && !failure && <p role="status">{t('loading')}</p>}
      {failure && (
        <p role="alert" className="text-danger">
          {failure.words ?? errors(failure.code)} <Button size="small" onClick={() => void refetch()}>{t('retry')}</Button>
        </p>
      )}
      {value?.scenarios.map((scenario) => {
        const free = scenario.items.filter(({ isOnAgenda }) => !isOnAgenda).map(({ name }) => key(scenario.id, name));
        const title = textIn(scenario.title, language) || untitled;
        const all = free.length > 0 && free.every((each) => chosen.has(each));
        return (
          <fieldset key={scenario.id} className="mb-4 min-w-0">
            <legend className="font-semibold">{title}</legend>
            {scenario.items.length === 0 && <p className="text-soft">{t('nothing-open')}</p>}
            {free.length > 1 && (
              <label className="flex min-h-7 items-center gap-2 border-b">
                <input type="checkbox" checked={all} onChange={(event) => choose(free, event.target.checked)} /> {t('all', { count: free.length })}
              </label>
            )}
            {scenario.items.map(({ name, labels, reasons: why, isOnAgenda }) => (
              <label key={name} className="flex min-h-7 items-start gap-2">
                <input type="checkbox" className="mt-1.5" disabled={isOnAgenda} checked={isOnAgenda || chosen.has(key(scenario.id, name))} onChange={(event) => choose([key(scenario.id, name)], event.target.checked)} />
                <span className="min-w-0 flex-1 break-words">
                  {notedItemLabel(name, labels, language, (each, values) => items(each as 'unnamed', values))} <span className="text-sm text-soft">{isOnAgenda ? t('on-agenda') : why.map((reason) => reasons(reason)).join(' · ')}</span>
                </span>
              </label>
            ))}
          </fieldset>
        );
      })}
      {value && (
        <div className="sticky -bottom-3 -mb-3 flex justify-end gap-2 bg-raised py-3">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" disabled={busy || chosen.size === 0} onClick={() => void add()}>
            {t('add-chosen', { count: chosen.size })}
          </Button>
        </div>
      )}
    </Dialog>
  );
}

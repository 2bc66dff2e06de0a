'use client';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { FailureNote } from '../panel/FailureNote';
import { BulkBar } from './BulkBar';
import { Distance } from './Distance';
import { FilterBar } from './FilterBar';
import { filterAtFirst, passes, type Filter } from './filter-items';
import { ItemList } from './ItemList';
import { useBoard, usePositions } from './PositionsProvider';
import { useSpeaking } from './use-speaking';

const nothing: ReadonlySet<string> = new Set();

/** Where both sides stand: the distance to agreement, what is still open, and for speakers the way to say what their delegation thinks. */
export function AgreementTab({ item, onItem }: { readonly item: string | null; readonly onItem: (item: string | null) => void }) {
  const t = useTranslations('positions');
  const { fetched, refetch } = usePositions();
  const board = useBoard();
  const speaking = useSpeaking();
  const [chosen, setChosen] = useState<Filter | null>(null);
  /** What was dealt with here stays in the list until something else is asked for: nothing slips away under the hand. */
  const [kept, setKept] = useState<ReadonlySet<string>>(nothing);
  const [checked, setChecked] = useState<ReadonlySet<string>>(nothing);
  const keep = useCallback((names: readonly string[]) => setKept((before) => new Set([...before, ...names])), []);

  const speakFor = board?.speakFor ?? null;
  const filter = useMemo<Filter>(() => chosen ?? filterAtFirst(speakFor), [chosen, speakFor]);
  // the item that a mark or a link leads to is shown whatever the filters say
  const shown = useMemo(
    () => (board?.items ?? []).filter((each) => each.name === item || kept.has(each.name) || passes(each, filter, speakFor)),
    [board, filter, speakFor, kept, item],
  );
  useEffect(() => {
    // who takes part changes without news when others are let in: whoever looks here sees it as it is
    void refetch();
  }, [refetch]);

  if (!board) {
    return fetched.failure ? <FailureNote failure={fetched.failure} onRetry={() => void refetch()} /> : <p className="text-soft">{t('loading')}</p>;
  }
  // a part may be chosen while another is still on its way from the server
  const choose = (change: Partial<Filter>): void => {
    setChosen((before) => ({ ...(before ?? filterAtFirst(speakFor)), ...change }));
    setKept(nothing);
    setChecked(nothing);
  };
  return (
    <div className="flex flex-col gap-3">
      <Distance board={board} />
      {fetched.failure && <FailureNote failure={fetched.failure} onRetry={() => void refetch()} />}
      <FilterBar board={board} filter={filter} onFilter={choose} />
      {speakFor !== null && shown.length > 0 && <BulkBar shown={shown} checked={checked} onChecked={setChecked} onDealtWith={keep} speaking={speaking} />}
      {speaking.failure && <FailureNote failure={speaking.failure} />}
      {shown.length === 0 && <p className="text-soft">{t(board.items.length === 0 ? 'empty.nothing' : `empty.${filter.status}`)}</p>}
      <ItemList shown={shown} active={item} onActive={onItem} checked={checked} onChecked={setChecked} onDealtWith={keep} speaking={speaking} speakFor={speakFor} />
    </div>
  );
}

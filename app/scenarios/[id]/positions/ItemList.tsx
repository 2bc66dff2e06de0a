'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { isComposing } from '@/app/components/is-composing';
import { stances, type Stance } from '@/lib/domain/positions';
import { useItemLabels } from '../panel/use-item-labels';
import { useWorkspaceView } from '../session/hooks';
import type { ItemAgreement } from './board';
import { ItemRow, type RowDeeds } from './ItemRow';
import { stanceKeys } from './stance-signs';
import type { Speaking } from './use-speaking';

export interface ItemListProps {
  readonly shown: readonly ItemAgreement[];
  /** Name of the item that is open in the list. */
  readonly active: string | null;
  readonly onActive: (name: string) => void;
  readonly checked: ReadonlySet<string>;
  readonly onChecked: (names: ReadonlySet<string>) => void;
  readonly onDealtWith: (names: readonly string[]) => void;
  readonly speaking: Speaking;
  readonly speakFor: string | null;
}

interface Noting {
  readonly item: string;
  readonly stance: Stance;
  /** The key that said a reservation goes on to the next item, as those for the other stances do, once its words are there. */
  readonly goesOn?: true;
}

/**
 * The items, one below the other, to be gone through by the keyboard alone: J and K (or arrows) move and lead the view
 * along, a letter or digit says what the delegation thinks and goes on to the next. One tab stop.
 */
export function ItemList({ shown, active, onActive, checked, onChecked, onDealtWith, speaking, speakFor }: ItemListProps) {
  const t = useTranslations('positions');
  const view = useWorkspaceView();
  const labelOf = useItemLabels();
  const list = useRef<HTMLUListElement>(null);
  const [noting, setNoting] = useState<Noting | null>(null);
  const reachable = shown.some(({ name }) => name === active) ? active : (shown[0]?.name ?? null);
  const rowOf = (name: string): HTMLElement | null => list.current?.querySelector<HTMLElement>(`[data-agree="${CSS.escape(name)}"]`) ?? null;

  const arrivedAt = useRef<string | null>(null);
  useEffect(() => {
    // a mark or link leads here: into sight, and under the keyboard if its button had it; a frame later, since a panel that opens just now has no width yet
    if (active === null || arrivedAt.current === active) return;
    const frame = requestAnimationFrame(() => {
      arrivedAt.current = active;
      const row = list.current?.querySelector<HTMLElement>(`[data-agree="${CSS.escape(active)}"]`);
      if (!row || row.contains(document.activeElement)) return;
      row.scrollIntoView({ block: 'nearest' });
      if (document.activeElement?.matches('[data-positions]')) row.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [active, shown]);

  const goTo = (name: string | undefined): void => {
    if (name === undefined) return;
    arrivedAt.current = name;
    rowOf(name)?.focus();
    onActive(name);
    view.reveal(name);
  };
  const say = async (item: ItemAgreement, stance: Stance, byKey = false): Promise<void> => {
    if (stance === 'reservation') {
      onActive(item.name);
      return setNoting({ item: item.name, stance, ...(byKey && { goesOn: true }) });
    }
    onDealtWith([item.name]);
    await speaking.say(stance, [item.name]);
  };
  const check = (name: string): void => {
    const next = new Set(checked);
    if (!next.delete(name)) next.add(name);
    onChecked(next);
  };

  const latest = useRef<RowDeeds | null>(null);
  useLayoutEffect(() => {
    latest.current = {
      check: (item) => check(item.name),
      open({ name }) {
        arrivedAt.current = name;
        onActive(name);
      },
      say: (item, stance) => void say(item, stance),
      note: ({ name }, stance) => setNoting(stance && { item: name, stance }),
      noted({ name }) {
        onDealtWith([name]);
        setNoting(null);
        const next = noting?.goesOn && shown[shown.findIndex((item) => item.name === name) + 1];
        if (next) goTo(next.name);
        else rowOf(name)?.focus();
      },
      withdraw({ name }) {
        onDealtWith([name]);
        void speaking.withdraw([name]);
      },
    };
  });
  // one object for all rows and for good, so that a row is drawn again only when something of its own changes
  const [does] = useState<RowDeeds>(() => ({
    check: (item) => latest.current?.check(item),
    open: (item) => latest.current?.open(item),
    say: (item, stance) => latest.current?.say(item, stance),
    note: (item, stance) => latest.current?.note(item, stance),
    noted: (item) => latest.current?.noted(item),
    withdraw: (item) => latest.current?.withdraw(item),
  }));

  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target as HTMLElement;
    const name = target.closest<HTMLElement>('[data-agree]')?.dataset.agree;
    const index = shown.findIndex((item) => item.name === name);
    const item = shown[index];
    if (!item || target.matches('textarea, input:not([type=checkbox]), select')) return;
    const onRow = target.matches('[data-agree]');
    const speak: Record<string, () => void> = {};
    if (speakFor !== null) {
      stances.forEach((stance, at) => {
        const act = (): void => {
          void say(item, stance, true);
          if (stance !== 'reservation') goTo(shown[index + 1]?.name);
        };
        speak[stanceKeys[stance].toLowerCase()] = act;
        speak[String(at + 1)] = act;
      });
      Object.assign(speak, {
        n: () => {
          onActive(item.name);
          setNoting({ item: item.name, stance: item.said.find(({ side }) => side.id === speakFor)?.position?.stance ?? 'discuss' });
        },
        w: () => {
          onDealtWith([item.name]);
          void speaking.withdraw([item.name]);
        },
        u: () => void speaking.undo(),
        ...(onRow && { ' ': () => check(item.name) }),
      });
    }
    const act = {
      ...speak,
      j: () => goTo(shown[index + 1]?.name),
      k: () => goTo(shown[index - 1]?.name),
      c: () => view.openComments(item.name),
      ...(onRow && {
        arrowdown: () => goTo(shown[index + 1]?.name),
        arrowup: () => goTo(shown[index - 1]?.name),
        home: () => goTo(shown[0]?.name),
        end: () => goTo(shown.at(-1)?.name),
        enter: () => {
          onActive(item.name);
          view.reveal(item.name);
        },
      }),
    }[event.key.toLowerCase()];
    if (act) {
      event.preventDefault();
      event.stopPropagation();
      act();
    } else if (event.key === 'Escape' && !onRow) {
      event.preventDefault();
      event.stopPropagation();
      rowOf(item.name)?.focus();
    }
  };

  return (
    <>
      {shown.length > 0 && <p className="text-sm text-soft max-sm:hidden">{t(speakFor === null ? 'keys.reader' : 'keys.speaker')}</p>}
      <ul ref={list} aria-label={t('items')} className="flex flex-col" onKeyDown={onKeyDown}>
        {shown.map((item) => (
          <ItemRow
            key={item.name}
            item={item}
            label={labelOf(item.name)}
            isActive={item.name === active}
            isReachable={item.name === reachable}
            isChecked={checked.has(item.name)}
            noting={noting?.item === item.name ? noting.stance : null}
            speakFor={speakFor}
            // the open row alone speaks; the others need not be drawn again because of it
            speaking={item.name === active ? speaking : null}
            does={does}
          />
        ))}
      </ul>
    </>
  );
}

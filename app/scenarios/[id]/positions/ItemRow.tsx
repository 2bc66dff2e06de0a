'use client';
import { clsx } from 'clsx';
import { Crosshair, MessageSquare } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { Button } from '@/app/components/Button';
import { Tooltip } from '@/app/components/Tooltip';
import { parseItemName } from '@/lib/domain/items';
import type { Stance } from '@/lib/domain/positions';
import { draftKey } from '../panel/drafts';
import { Moment } from '../panel/Moment';
import { PersonName } from '../panel/PersonName';
import { useSession, useWorkspaceView } from '../session/hooks';
import { namedReasons, type ItemAgreement } from './board';
import { ItemContent } from './ItemContent';
import { JudgementPart } from './JudgementPart';
import { NoteForm } from './NoteForm';
import { SideMark } from './SideMark';
import { StanceButtons } from './StanceButtons';
import type { Speaking } from './use-speaking';
import { useSaidWords } from './use-said-words';

export interface ItemRowProps {
  readonly item: ItemAgreement;
  readonly label: string;
  readonly isActive: boolean;
  readonly isReachable: boolean;
  readonly isChecked: boolean;
  /** The stance for which a note is being written here; null: none. */
  readonly noting: Stance | null;
  readonly speakFor: string | null;
  /** Null while the row is closed. */
  readonly speaking: Speaking | null;
  readonly does: RowDeeds;
}

/** What can be done in a row; the list keeps the keyboard and the tab in step with it. */
export interface RowDeeds {
  check(item: ItemAgreement): void;
  open(item: ItemAgreement): void;
  say(item: ItemAgreement, stance: Stance): void;
  /** Begins a note to a stance; null: gives it up. */
  note(item: ItemAgreement, stance: Stance | null): void;
  noted(item: ItemAgreement): void;
  withdraw(item: ItemAgreement): void;
}

/** One item: how it is called, what the delegations say; open, also what it says itself, notes, and the way to speak. */
export const ItemRow = memo(function ItemRow({ item, label, isActive, isReachable, isChecked, noting, speakFor, speaking, does }: ItemRowProps) {
  const t = useTranslations('positions');
  const session = useSession();
  const view = useWorkspaceView();
  const words = useSaidWords();
  const own = item.said.find(({ side }) => side.id === speakFor)?.position ?? null;
  const reasons = namedReasons(item).map((reason) => t(`reasons.${reason}`)).join(' · ') || t('reasons.none');
  return (
    <li style={{ contentVisibility: 'auto', containIntrinsicSize: 'auto 3rem' }}>
      <div
        role="group"
        aria-label={t('row', { item: label, said: item.said.map(words).join(t('between')), reasons })}
        aria-current={isActive || undefined}
        tabIndex={isReachable ? 0 : -1}
        data-agree={item.name}
        className={clsx('flex gap-2 border-b px-1 py-1 focus-visible:outline-offset-[-2px]', isActive && 'bg-accent-soft')}
        // a finger moves no focus by itself
        onClick={(event) => !isActive && !(event.target as Element).closest('label, button, a') && event.currentTarget.focus()}
        onFocus={(event) => event.target === event.currentTarget && !isActive && does.open(item)}
      >
        {speakFor !== null && (
          // the label is what a finger has to hit
          <label className="-my-1 flex w-6 shrink-0 justify-center pt-2 pointer-coarse:w-9">
            <input type="checkbox" className="size-4 accent-accent pointer-coarse:size-6" aria-label={t('bulk.choose', { item: label })} tabIndex={isReachable ? 0 : -1} checked={isChecked} onChange={() => does.check(item)} />
          </label>
        )}
        <div className="flex min-w-0 flex-1 flex-col gap-1">
          <div className="flex flex-wrap items-start gap-x-2">
            <span className="min-w-24 flex-1 [overflow-wrap:anywhere]">{label}</span>
            <span className="flex flex-wrap gap-0.5">
              {item.said.map((said) => (
                <SideMark key={said.side.id} said={said} />
              ))}
            </span>
          </div>
          <div className="flex flex-wrap items-center justify-between gap-x-2">
            <p className="text-sm text-soft">{reasons}</p>
            {/* a mouse or the keyboard opens the row itself; a finger is shown where */}
            {speakFor !== null && !isActive && (
              <Button size="small" tabIndex={-1} className="pointer-coarse:min-h-9 not-pointer-coarse:sm:hidden" onClick={(event) => event.currentTarget.closest<HTMLElement>('[data-agree]')?.focus()}>
                {t(own ? 'speak-again' : 'speak')}
              </Button>
            )}
          </div>
          {isActive && speaking && (
            <>
              <ItemContent name={item.name} />
              <ul className="flex flex-col gap-1 empty:hidden">
                {item.said.map(
                  ({ side, position, isStale }) =>
                    position && (
                      <li key={side.id} className="text-sm">
                        <span className="flex flex-wrap items-baseline gap-x-1.5">
                          <PersonName person={position.by} />
                          <span className={isStale ? 'italic text-soft' : undefined}>{t(isStale ? 'stance-stale' : 'stance-now', { stance: t(`stances.${position.stance}`) })}</span>
                          <span className="ml-auto text-soft">
                            <Moment at={position.at} />
                          </span>
                        </span>
                        {position.note && (
                          <p dir="auto" className="whitespace-pre-wrap border-l-2 pl-2 [overflow-wrap:anywhere]">
                            {position.note}
                          </p>
                        )}
                      </li>
                    ),
                )}
              </ul>
              {speakFor !== null && <StanceButtons label={t('say-on', { item: label })} taken={own?.stance ?? null} busy={speaking.busy} withKeys onStance={(stance) => does.say(item, stance)} />}
              {noting && (
                <NoteForm
                  key={noting}
                  stance={noting}
                  draft={draftKey(session.me.id, session.scenarioId, `position:${item.name}`)}
                  initial={own?.note ?? ''}
                  onCancel={() => does.note(item, null)}
                  onSend={async (note) => {
                    const done = await speaking.say(noting, [item.name], note);
                    if (done) does.noted(item);
                    return done;
                  }}
                />
              )}
              {parseItemName(item.name)?.kind === 'cell' && <JudgementPart item={item} label={label} speakFor={speakFor} speaking={speaking} />}
              <div className="flex flex-wrap gap-1">
                <Tooltip text={t('reveal')} shortcut="Enter">
                  <Button look="quiet" size="small" onClick={() => view.reveal(item.name)}>
                    <Crosshair size={14} aria-hidden />
                    {t('reveal')}
                  </Button>
                </Tooltip>
                <Tooltip text={t('discuss')} shortcut="C">
                  <Button look="quiet" size="small" onClick={() => view.openComments(item.name)}>
                    <MessageSquare size={14} aria-hidden />
                    {t('discuss')}
                  </Button>
                </Tooltip>
                {speakFor !== null && noting === null && (
                  <Tooltip text={t('note.add')} shortcut="N">
                    <Button look="quiet" size="small" onClick={() => does.note(item, own?.stance ?? 'discuss')}>
                      {t('note.add')}
                    </Button>
                  </Tooltip>
                )}
                {own && (
                  <Tooltip text={t('withdraw')} shortcut="W">
                    <Button look="quiet" size="small" busy={speaking.busy} onClick={() => does.withdraw(item)}>
                      {t('withdraw')}
                    </Button>
                  </Tooltip>
                )}
              </div>
            </>
          )}
        </div>
      </div>
    </li>
  );
});

'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/app/components/Button';
import type { Stance } from '@/lib/domain/positions';
import { draftKey } from '../panel/drafts';
import { useSession } from '../session/hooks';
import type { ItemAgreement } from './board';
import { NoteForm } from './NoteForm';
import { StanceButtons } from './StanceButtons';
import type { Speaking } from './use-speaking';

export interface BulkBarProps {
  readonly shown: readonly ItemAgreement[];
  readonly checked: ReadonlySet<string>;
  readonly onChecked: (names: ReadonlySet<string>) => void;
  readonly onDealtWith: (names: readonly string[]) => void;
  readonly speaking: Speaking;
}

/** One word for many items: all that is shown, minus those whose tick is taken away. Can be undone afterwards. */
export function BulkBar({ shown, checked, onChecked, onDealtWith, speaking }: BulkBarProps) {
  const t = useTranslations('positions');
  const session = useSession();
  const [noting, setNoting] = useState<Stance | null>(null);
  const all = useRef<HTMLInputElement>(null);
  const names = shown.map(({ name }) => name).filter((name) => checked.has(name));
  const some = names.length > 0;
  useEffect(() => {
    if (all.current) all.current.indeterminate = some && names.length < shown.length;
  });

  const say = async (stance: Stance, note = ''): Promise<boolean> => {
    onDealtWith(names);
    if (!(await speaking.say(stance, names, note))) return false;
    setNoting(null);
    onChecked(new Set());
    return true;
  };
  return (
    <div className="flex flex-col gap-1.5 rounded bg-sunken px-2 py-1">
      <label className="flex min-h-6 items-center gap-2 text-sm pointer-coarse:min-h-9">
        <input ref={all} type="checkbox" className="size-4 shrink-0 accent-accent pointer-coarse:size-6" checked={some && names.length === shown.length} onChange={(event) => onChecked(event.target.checked ? new Set(shown.map(({ name }) => name)) : new Set())} />
        {some ? t('bulk.chosen', { count: names.length, of: shown.length }) : t('bulk.choose-all', { count: shown.length })}
      </label>
      {some && (
        <>
          <StanceButtons label={t('bulk.say', { count: names.length })} taken={null} busy={speaking.busy} withKeys={false} onStance={(stance) => (stance === 'reservation' ? setNoting(stance) : void say(stance))} />
          {noting && <NoteForm stance={noting} draft={draftKey(session.me.id, session.scenarioId, 'position:several')} initial="" onSend={(note) => say(noting, note)} onCancel={() => setNoting(null)} />}
          <Button
            look="quiet"
            size="small"
            className="self-start"
            busy={speaking.busy}
            onClick={async () => {
              onDealtWith(names);
              if (await speaking.withdraw(names)) onChecked(new Set());
            }}
          >
            {t('withdraw')}
          </Button>
        </>
      )}
    </div>
  );
}

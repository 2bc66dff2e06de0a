'use client';
import { ArrowLeftRight } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useEffectEvent, useId, useLayoutEffect, useRef, useTransition, type ReactNode } from 'react';
import { Button } from '@/app/components/Button';
import { IconButton } from '@/app/components/IconButton';
import { useReadersZone } from '@/app/components/use-readers-zone';
import { writtenMoment } from '../panel/written-moment';
import { comparePath, parseSide, type VersionSide } from './version-side';

export interface ComparePickersProps {
  readonly scenarioId: string;
  readonly from: VersionSide;
  readonly to: VersionSide;
  /** Newest first. */
  readonly versions: readonly { readonly number: number; readonly name: string; readonly createdAt: string }[];
}

/** Chooses what is compared with what. Works without a script: then the button leads there. */
export function ComparePickers({ scenarioId, from, to, versions }: ComparePickersProps) {
  const t = useTranslations('compare');
  const locale = useLocale();
  const router = useRouter();
  const zone = useReadersZone();
  const [isPending, start] = useTransition();
  const go = (newFrom: VersionSide, newTo: VersionSide): void => start(() => router.push(comparePath(scenarioId, newFrom, newTo), { scroll: false }));
  const wordsOf = (side: VersionSide): string => {
    const version = versions.find(({ number }) => number === side);
    return version ? t('version', { number: version.number, name: version.name, time: writtenMoment(version.createdAt, locale, zone) }) : t('now');
  };
  const options = (
    <>
      <option value="now">{wordsOf('now')}</option>
      {versions.map(({ number }) => (
        <option key={number} value={number}>
          {wordsOf(number)}
        </option>
      ))}
    </>
  );
  return (
    <form method="get" className="mb-6 grid items-end gap-2 border-b pb-4 lg:grid-cols-[1fr_auto_1fr_auto] print:hidden" aria-busy={isPending}>
      <Picker name="from" label={t('from')} value={from} chosen={wordsOf(from)} onPick={(side) => go(side, to)}>
        {options}
      </Picker>
      <IconButton label={t('swap')} onClick={() => go(to, from)}>
        <ArrowLeftRight size={16} aria-hidden />
      </IconButton>
      <Picker name="to" label={t('to')} value={to} chosen={wordsOf(to)} onPick={(side) => go(from, side)}>
        {options}
      </Picker>
      <noscript>
        <Button type="submit">{t('compare')}</Button>
      </noscript>
    </form>
  );
}

interface PickerProps {
  readonly name: string;
  readonly label: string;
  readonly value: VersionSide;
  /** What is chosen, in words. */
  readonly chosen: string;
  readonly onPick: (side: VersionSide) => void;
  readonly children: ReactNode;
}

function Picker({ name, label, value, chosen, onPick, children }: PickerProps) {
  const id = useId();
  const field = useRef<HTMLSelectElement>(null);
  const pick = (chosen: VersionSide | null): void => {
    if (chosen !== null && chosen !== value) onPick(chosen);
  };
  // What was chosen before this code had come is a choice, too. React tells of it only after it has set the field back.
  const takeUp = useEffectEvent(() => pick(parseSide(field.current?.value ?? '')));
  useLayoutEffect(() => takeUp(), []);
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="text-sm text-soft">
        {label}
      </label>
      <select ref={field} id={id} name={name} autoComplete="off" className="field" value={String(value)} onChange={(event) => pick(parseSide(event.target.value))}>
        {children}
      </select>
      {value !== 'now' && (
        // a phone cuts off what is chosen
        <p aria-hidden className="text-sm text-soft [overflow-wrap:anywhere] sm:hidden">
          {chosen}
        </p>
      )}
    </div>
  );
}

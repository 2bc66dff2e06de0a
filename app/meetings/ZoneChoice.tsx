'use client';
import { Command } from 'cmdk';
import { Check, ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Popover } from 'radix-ui';
import { useId, useMemo, useState } from 'react';
import { isComposing } from '@/app/components/is-composing';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { meetingZones } from '@/lib/domain/meetings';
import { cityOf, offsetAt, zoneName } from './zone-names';
import { placeOf } from './written-times';

export interface ZoneChoiceProps {
  readonly value: string;
  readonly zones: readonly string[];
  /** The moment for which the offsets are shown. */
  readonly at: Date;
  readonly onChange: (zone: string) => void;
}

/** Chooses a time zone: both sides' first, by the names of their cities; any other is found by city, name of the time, or offset. */
export function ZoneChoice({ value, zones, at, onChange }: ZoneChoiceProps) {
  const t = useTranslations('meetings.plan');
  const cityName = useCityName();
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <span id={`${id}-label`} className="font-medium">
        {t('zone')}
      </span>
      <Popover.Root open={open} onOpenChange={setOpen}>
        <Popover.Trigger id={`${id}-value`} aria-labelledby={`${id}-label ${id}-value`} className="field flex min-h-8 items-center gap-2 text-left">
          <span className="min-w-0 flex-1 truncate">{cityName(value)}</span>
          <span className="text-soft">{offsetAt(value, at)}</span>
          <ChevronDown size={14} aria-hidden className="shrink-0 text-soft" />
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content
            align="start"
            sideOffset={4}
            collisionPadding={8}
            onEscapeKeyDown={(event) => isComposing(event) && event.preventDefault()}
            className="z-50 w-[min(26rem,calc(100vw-1rem))] overflow-hidden rounded-md border bg-raised shadow-float"
          >
            <Zones
              value={value}
              zones={zones}
              at={at}
              onChange={(zone) => {
                onChange(zone);
                setOpen(false);
              }}
            />
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
    </div>
  );
}

/** The list; drawn only while it is open, since the names of some hundred zones take a moment. */
function Zones({ value, zones, at, onChange }: ZoneChoiceProps) {
  const t = useTranslations('meetings.plan');
  const cityName = useCityName();
  const { language } = useInterfaceLanguage();
  const all = useMemo(() => [...new Set<string>([...meetingZones, value, ...zones])].map((zone) => ({ zone, city: cityName(zone), name: zoneName(zone, language), offset: offsetAt(zone, at) })), [value, zones, at, cityName, language]);
  const isOurs = (zone: string): boolean => meetingZones.some((each) => each === zone);
  const item = ({ zone, city, name, offset }: (typeof all)[number]) => (
    <Command.Item key={zone} value={zone} keywords={[city, name, offset, offset.replace('−', '-')]} onSelect={() => onChange(zone)} className="flex cursor-default items-baseline gap-2 rounded px-2 py-1.5 data-[selected=true]:bg-hover">
      <Check size={14} aria-hidden className={`shrink-0 self-center ${zone === value ? '' : 'invisible'}`} />
      <span className="min-w-0 flex-1">
        {city} {name && <span className="text-sm text-soft">{name}</span>}
      </span>
      <span className="shrink-0 text-sm text-soft tabular-nums">{offset}</span>
    </Command.Item>
  );
  return (
    // cmdk chooses with Enter; while an input method composes, Enter is not ours
    <Command label={t('zone')} defaultValue={value} filter={fits} loop onKeyDownCapture={(event) => isComposing(event) && event.stopPropagation()}>
      <Command.Input placeholder={t('zone-search')} className="w-full border-b bg-transparent px-3 py-2 outline-none" />
      <Command.List className="max-h-72 overflow-auto p-1">
        <Command.Empty className="px-3 py-3 text-soft">{t('zone-none')}</Command.Empty>
        <Command.Group>{all.filter(({ zone }) => isOurs(zone)).map(item)}</Command.Group>
        <Command.Separator className="my-1 h-px bg-line" />
        <Command.Group>{all.filter(({ zone }) => !isOurs(zone)).map(item)}</Command.Group>
      </Command.List>
    </Command>
  );
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Every word that was typed has to stand somewhere; what begins the city comes first. */
function fits(zone: string, search: string, keywords: readonly string[] = []): number {
  const all = plain([...keywords, zone].join(' '));
  if (!plain(search).split(' ').every((word) => all.includes(word))) return 0;
  return all.startsWith(plain(search)) ? 1 : 0.5;
}

function useCityName(): (zone: string) => string {
  const t = useTranslations('meetings.zones');
  return useMemo(() => (zone) => t(placeOf(zone).key, { zone: cityOf(zone) }), [t]);
}

'use client';
import { ArrowDown, ArrowUp, GripVertical, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useState } from 'react';
import { Badge } from '@/app/components/Badge';
import { Button } from '@/app/components/Button';
import { IconButton } from '@/app/components/IconButton';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { notedItemLabel } from '@/app/scenarios/item-label';
import { textIn } from '@/lib/domain/languages';
import type { AgendaPoint } from '@/lib/meetings/meeting';
import { EntryForm } from './EntryForm';
import { EntryView } from './EntryView';
import type { MeetingPartProps } from './MeetingHead';
import { PointItemView } from './PointItemView';

export interface PointCardProps extends MeetingPartProps {
  readonly me: string;
  readonly point: AgendaPoint;
  readonly number: number;
  /** Null: it stands there already. */
  readonly onUp: (() => void) | null;
  readonly onDown: (() => void) | null;
  readonly onDrag: (isDragged: boolean) => void;
}

/** One point of the agenda: what it is about, what was said, decided, and given somebody to do. */
export function PointCard({ meeting, api, busy, act, me, point, number, onUp, onDown, onDrag }: PointCardProps) {
  const t = useTranslations('meetings.agenda');
  const items = useTranslations('agreement.item');
  const { language } = useInterfaceLanguage();
  const [isOpen, setIsOpen] = useState(false);
  const { may, course, scenarios } = meeting;
  const title = point.item ? notedItemLabel(point.item, point.labels, language, (key, values) => items(key as 'unnamed', values)) : point.title;
  const scenario = scenarios.find(({ id }) => id === point.scenario);
  const mayOrder = may.lead && course !== 'cancelled';
  const isDecided = point.entries.some(({ kind }) => kind === 'decision');
  return (
    <article aria-label={t('point-number', { number, title })} className="flex gap-2 py-2">
      <span className="w-6 shrink-0 pt-0.5 text-right text-soft">{number}.</span>
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-start gap-x-2 gap-y-1">
          <h3 className="min-w-0 flex-1 basis-60 break-words font-medium">
            {title}
            {scenario && scenarios.length > 1 && <span className="font-normal text-soft"> · {textIn(scenario.title, language)}</span>}
          </h3>
          {isDecided && <Badge tone="accent">{t('decided')}</Badge>}
          {point.isParked && <Badge tone="caution">{t('parked')}</Badge>}
          <span className="flex items-center print:hidden">
            {point.mayRecord && (
              <Button size="small" look="quiet" busy={busy} onClick={() => void act(() => api.parkPoint(point.id, !point.isParked))}>
                {point.isParked ? t('take-up') : t('park')}
              </Button>
            )}
            {mayOrder && (
              <>
                <span draggable title={t('drag')} aria-hidden className="cursor-grab p-1.5 text-soft" onDragStart={(event) => { event.dataTransfer.effectAllowed = 'move'; event.dataTransfer.setData('text/plain', title); onDrag(true); }} onDragEnd={() => onDrag(false)}>
                  <GripVertical size={16} />
                </span>
                <IconButton label={t('up', { title })} busy={busy} disabled={!onUp} onClick={() => onUp?.()}>
                  <ArrowUp size={16} aria-hidden />
                </IconButton>
                <IconButton label={t('down', { title })} busy={busy} disabled={!onDown} onClick={() => onDown?.()}>
                  <ArrowDown size={16} aria-hidden />
                </IconButton>
                {point.entries.length === 0 && (
                  <IconButton label={t('remove', { title })} disabled={busy} onClick={() => void act(() => api.removePoint(point.id))}>
                    <Trash2 size={16} aria-hidden />
                  </IconButton>
                )}
              </>
            )}
          </span>
        </div>
        {point.item && point.scenario && (
          <p className="flex flex-wrap items-center gap-x-3 text-sm print:hidden">
            <Button size="small" look="quiet" aria-expanded={isOpen} className="!px-0 text-accent" onClick={() => setIsOpen(!isOpen)}>
              {isOpen ? t('hide-item') : t('show-item')}
            </Button>
            <Link href={`/scenarios/${point.scenario}?meeting=${meeting.id}&item=${point.item}`} className="text-accent underline underline-offset-2">
              {t('open-item')}
            </Link>
          </p>
        )}
        {isOpen && point.scenario && <PointItemView api={api} point={point.id} scenario={point.scenario} me={me} />}
        {point.entries.length > 0 && (
          <ul className="mt-1 flex flex-col gap-1">
            {point.entries.map((entry) => (
              <EntryView key={entry.id} entry={entry} point={point.id} meeting={meeting} api={api} busy={busy} act={act} me={me} />
            ))}
          </ul>
        )}
        {point.mayRecord && <EntryForm key={point.id} place={`${meeting.id}:${point.id}`} me={me} participants={meeting.participants} busy={busy} onSend={(body, requestId) => act(() => api.addEntry(point.id, { ...body, requestId }))} />}
      </div>
    </article>
  );
}

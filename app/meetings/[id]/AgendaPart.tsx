'use client';
import { ListPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { Button } from '@/app/components/Button';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { useToasts } from '@/app/components/Toasts';
import { useRequestIds } from '@/app/scenarios/[id]/panel/use-request-ids';
import { textIn } from '@/lib/domain/languages';
import { longestMeetingLine } from '@/lib/domain/meetings';
import type { MeetingPartProps } from './MeetingHead';
import { OpenItemsDialog } from './OpenItemsDialog';
import { PointCard } from './PointCard';

/** The agenda: what is still open and what else is to be spoken of, in an order that those who lead the meeting choose. */
export function AgendaPart(props: MeetingPartProps & { readonly me: string }) {
  const { meeting, api, busy, act } = props;
  const t = useTranslations('meetings.agenda');
  const untitled = useTranslations('scenarios')('untitled');
  const { language } = useInterfaceLanguage();
  const { announce } = useToasts();
  const [isChoosing, setIsChoosing] = useState(false);
  const [title, setTitle] = useState('');
  const [scenario, setScenario] = useState('');
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const requests = useRequestIds();
  const { points, may, scenarios } = meeting;

  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const point = { scenario: scenario || null, title };
    if (!(await act(() => api.addPoints({ ...point, requestId: requests.idOf(point) })))) return;
    requests.done();
    setTitle('');
  };
  /** Puts a point before another, and says where it stands now. */
  const move = async (point: string, before: string | null): Promise<void> => {
    if (!(await act(() => api.movePoint(point, before)))) return;
    const rest = points.filter(({ id }) => id !== point);
    const at = before === null ? rest.length : rest.findIndex(({ id }) => id === before);
    announce(t('moved', { number: at + 1, count: points.length }));
  };
  return (
    <section aria-labelledby="agenda" className="mb-6">
      <h2 id="agenda" className="mb-1 text-lg font-semibold">
        {t('title')}
      </h2>
      {points.length === 0 && <p className="border-y py-6 text-center text-soft">{may.record ? t('empty') : t('empty-wait')}</p>}
      <ol className="border-t empty:border-0">
        {points.map((point, index) => (
          <li
            key={point.id}
            data-point={point.id}
            className={`border-b ${over === point.id && dragged !== point.id ? 'border-t-2 border-t-accent' : ''} ${dragged === point.id ? 'opacity-50' : ''}`}
            onDragOver={(event) => {
              if (!dragged) return;
              event.preventDefault();
              setOver(point.id);
            }}
            onDrop={(event) => {
              event.preventDefault();
              if (dragged && dragged !== point.id) void move(dragged, point.id);
              setDragged(null);
              setOver(null);
            }}
          >
            <PointCard
              {...props}
              point={point}
              number={index + 1}
              onUp={index === 0 ? null : () => void move(point.id, points[index - 1]!.id)}
              onDown={index === points.length - 1 ? null : () => void move(point.id, points[index + 2]?.id ?? null)}
              onDrag={(isDragged) => {
                setDragged(isDragged ? point.id : null);
                if (!isDragged) setOver(null);
              }}
            />
          </li>
        ))}
      </ol>
      {dragged && (
        <div
          className="border-b border-dashed py-2 text-center text-sm text-soft"
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault();
            void move(dragged, null);
            setDragged(null);
            setOver(null);
          }}
        >
          {t('to-the-end')}
        </div>
      )}
      {may.record && (
        <div className="mt-3 flex flex-wrap gap-2 print:hidden">
          <Button onClick={() => setIsChoosing(true)}>
            <ListPlus size={16} aria-hidden /> {t('from-open-items')}
          </Button>
          <form onSubmit={(event) => void add(event)} className="flex min-w-0 flex-1 flex-wrap gap-2">
            <input className="field min-h-8 min-w-40 !w-auto flex-1" aria-label={t('point')} placeholder={t('point')} maxLength={longestMeetingLine} value={title} onChange={(event) => setTitle(event.target.value)} />
            {scenarios.length > 1 && (
              <select className="field min-h-8 !w-auto max-w-full" aria-label={t('concerns')} value={scenario} onChange={(event) => setScenario(event.target.value)}>
                <option value="">{t('whole-meeting')}</option>
                {scenarios.map((each) => (
                  <option key={each.id} value={each.id}>
                    {textIn(each.title, language) || untitled}
                  </option>
                ))}
              </select>
            )}
            <Button type="submit" disabled={busy || !title.trim()}>
              {t('add')}
            </Button>
          </form>
        </div>
      )}
      {isChoosing && <OpenItemsDialog {...props} onClose={() => setIsChoosing(false)} />}
    </section>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useMemo, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '@/app/components/Button';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { failureOf, type Failure } from '@/app/scenarios/[id]/panel/agreement-api';
import { useRequestIds } from '@/app/scenarios/[id]/panel/use-request-ids';
import { textIn, type Localized } from '@/lib/domain/languages';
import { longestMeetingLine, meetingMinutes } from '@/lib/domain/meetings';
import type { MeetingPlan } from '@/lib/meetings/meeting';
import { instantOf } from '@/lib/meetings/local-time';
import { meetingApi, planMeeting } from './meeting-api';
import { MeetingTimes } from './MeetingTimes';
import { ZoneChoice } from './ZoneChoice';

export interface PlanFormProps {
  /** Of a meeting that is planned already. */
  readonly meeting: { readonly id: string; readonly planVersion: number } | null;
  readonly initial: MeetingPlan & { readonly scenarios: readonly string[] };
  /** The scenarios that this person may plan a meeting on. */
  readonly choices: readonly { readonly id: string; readonly title: Localized }[];
  readonly zones: readonly string[];
}

/** Asks for all that makes a meeting, and shows at once what both clocks will say. */
export function PlanForm({ meeting, initial, choices, zones }: PlanFormProps) {
  const t = useTranslations('meetings.plan');
  const errors = useTranslations('errors');
  const untitled = useTranslations('scenarios')('untitled');
  const { language } = useInterfaceLanguage();
  const router = useRouter();
  const [plan, setPlan] = useState(initial);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const requests = useRequestIds();
  const set = (change: Partial<typeof plan>): void => setPlan((before) => ({ ...before, ...change }));
  const when = momentOf(plan.local, plan.zone);
  // the offsets of the day that was chosen; those of today before
  const at = useMemo(() => (when === null || when === 'none' ? new Date() : new Date(when)), [when]);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    try {
      let id: string;
      if (meeting) {
        await meetingApi(meeting.id).change({ ...plan, planVersion: meeting.planVersion });
        id = meeting.id;
      } else id = (await planMeeting({ ...plan, requestId: requests.idOf(plan) })).meeting;
      router.push(`/meetings/${id}`);
      router.refresh();
    } catch (error) {
      setFailure(failureOf(error));
      setBusy(false);
    }
  };

  return (
    <form onSubmit={(event) => void submit(event)} className="flex max-w-2xl flex-col gap-4">
      {failure && (
        <p role="alert" className="rounded border border-danger bg-danger-soft px-3 py-2 text-danger">
          {failure.words ?? errors(failure.code)}
        </p>
      )}
      <Field label={t('title')}>
        <input className="field min-h-8" required maxLength={longestMeetingLine} value={plan.title} onChange={(event) => set({ title: event.target.value })} />
      </Field>
      <div className="grid items-start gap-4 sm:grid-cols-[auto_1fr_auto]">
        <Field label={t('local')}>
          <input type="datetime-local" className="field min-h-8" required min="2000-01-01T00:00" max="2999-12-31T23:59" value={plan.local} onChange={(event) => set({ local: event.target.value.slice(0, 16) })} />
        </Field>
        <ZoneChoice value={plan.zone} zones={zones} at={at} onChange={(zone) => set({ zone })} />
        <Field label={t('minutes')}>
          <input type="number" className="field min-h-8 sm:!w-28" required min={meetingMinutes.least} max={meetingMinutes.most} step={5} value={plan.minutes || ''} onChange={(event) => set({ minutes: event.target.valueAsNumber || 0 })} />
        </Field>
      </div>
      <div className="rounded border bg-sunken px-3 py-2" aria-live="polite">
        {when === null ? <p className="text-soft">{t('no-time')}</p> : when === 'none' ? <p className="text-danger">{errors('no-such-time')}</p> : <MeetingTimes meeting={{ startsAt: when, zone: plan.zone, minutes: plan.minutes }} />}
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('place')} hint={t('place-hint')}>
          <input className="field min-h-8" maxLength={longestMeetingLine} value={plan.place} onChange={(event) => set({ place: event.target.value })} />
        </Field>
        <Field label={t('link')} hint={t('link-hint')}>
          <input type="url" pattern="[hH][tT][tT][pP][sS]?://.+" title={t('link-hint')} className="field min-h-8" maxLength={longestMeetingLine} value={plan.link} onChange={(event) => set({ link: event.target.value })} />
        </Field>
      </div>
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-1 font-medium">{t('scenarios')}</legend>
        <div className="max-h-64 overflow-auto rounded border px-3 py-2">
          {choices.map(({ id, title }) => (
            <label key={id} className="flex min-h-7 items-start gap-2">
              <input
                type="checkbox"
                className="mt-1"
                checked={plan.scenarios.includes(id)}
                onChange={(event) => set({ scenarios: event.target.checked ? [...plan.scenarios, id] : plan.scenarios.filter((chosen) => chosen !== id) })}
              />
              <span className="min-w-0 break-words">{textIn(title, language) || untitled}</span>
            </label>
          ))}
        </div>
        <p className="text-sm text-soft">{t('scenarios-hint')}</p>
      </fieldset>
      <div className="flex justify-end gap-2">
        <Link href={meeting ? `/meetings/${meeting.id}` : '/meetings'} className="inline-flex min-h-8 items-center rounded border border-edge px-2.5 font-medium hover:bg-hover">
          {t('cancel')}
        </Link>
        <Button look="primary" type="submit" disabled={busy || plan.scenarios.length === 0 || when === null || when === 'none'}>
          {busy ? t('busy') : meeting ? t('save') : t('submit')}
        </Button>
      </div>
    </form>
  );
}

function Field({ label, hint, children }: { readonly label: string; readonly hint?: string; readonly children: ReactNode }) {
  return (
    <label className="flex min-w-0 flex-col gap-1">
      <span className="font-medium">{label}</span>
      {children}
      {hint && <span className="text-sm text-soft">{hint}</span>}
    </label>
  );
}

/** The moment, as ISO 8601; null while none is named; `none` for a time that does not exist there. */
function momentOf(local: string, zone: string): string | 'none' | null {
  if (!local) return null;
  try {
    return instantOf(local, zone).toISOString();
  } catch (error) {
    return error instanceof Error && error.message.startsWith('no-such-time') ? 'none' : null;
  }
}

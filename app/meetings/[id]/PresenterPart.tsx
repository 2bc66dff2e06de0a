'use client';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { textIn } from '@/lib/domain/languages';
import type { MeetingPartProps } from './MeetingHead';
import { PersonPicker } from './PersonPicker';

/** Whom the others follow in the scenarios, and whether anybody else edits meanwhile. */
export function PresenterPart({ meeting, api, busy, act }: MeetingPartProps) {
  const t = useTranslations('meetings.presenter');
  const untitled = useTranslations('scenarios')('untitled');
  const { language } = useInterfaceLanguage();
  const { presenter, onlyPresenterEdits, may, course, participants, scenarios, id } = meeting;
  if (course === 'ended' || course === 'cancelled') return null;
  return (
    <section aria-labelledby="presenter" className="mb-6 print:hidden">
      <h2 id="presenter" className="mb-1 text-lg font-semibold">
        {t('title')}
      </h2>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {may.lead ? (
          <>
            <PersonPicker
              label={t('title')}
              people={participants}
              value={presenter?.id ?? ''}
              none={t('nobody')}
              disabled={busy}
              onChange={(person) => void act(() => api.present({ person: person || null, onlyPresenterEdits: onlyPresenterEdits && person !== '' }))}
            />
            <label className="inline-flex min-h-8 items-center gap-2">
              <input
                type="checkbox"
                checked={onlyPresenterEdits}
                disabled={busy || !presenter || course !== 'running'}
                onChange={(event) => {
                  const only = event.target.checked;
                  void act(() => api.present({ person: presenter?.id ?? null, onlyPresenterEdits: only }));
                }}
              />
              {t('only')}
            </label>
            {course !== 'running' && <span className="text-sm text-soft">{t('only-running')}</span>}
          </>
        ) : (
          <p>
            {presenter ? t('is', { name: presenter.name }) : t('nobody')}
            {onlyPresenterEdits && <span className="text-soft"> · {t('only')}</span>}
          </p>
        )}
        {course === 'running' && (
          <p className="flex flex-wrap gap-x-3">
            {scenarios.map((scenario) => (
              <Link key={scenario.id} href={`/scenarios/${scenario.id}?meeting=${id}`} className="text-accent underline underline-offset-2">
                {presenter ? t('follow', { title: textIn(scenario.title, language) || untitled }) : t('join', { title: textIn(scenario.title, language) || untitled })}
              </Link>
            ))}
          </p>
        )}
      </div>
    </section>
  );
}

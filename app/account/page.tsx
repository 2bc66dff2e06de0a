import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { DelegationBadge } from '../components/DelegationBadge';
import { LanguageSwitch } from '../components/LanguageSwitch';
import { PageFrame } from '../components/PageFrame';
import { requirePerson } from '../session';
import { database } from '@/lib/db/client';
import { readMailFrequency } from '@/lib/people/read-mail-frequency';
import { ChangePassword } from './ChangePassword';
import { MailFrequency } from './MailFrequency';
import { OwnData } from './OwnData';
import { SignOutEverywhere } from './SignOutEverywhere';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account');
  return { title: t('title') };
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="grid gap-x-8 gap-y-3 border-t py-5 md:grid-cols-[14rem_1fr]">
      <h2 className="font-semibold">{title}</h2>
      <div className="min-w-0">{children}</div>
    </section>
  );
}

/** One's own account: who one is here, language, password, sessions. */
export default async function AccountPage() {
  const session = await requirePerson('/account');
  const t = await getTranslations('account');
  const { person, actor } = session;
  const offices = [
    person.isHead && t('office.head'),
    actor.isSpeaker && t('office.speaker'),
    actor.mayCreateScenarios && t('office.creator'),
    actor.isAdministrator && t('office.administrator'),
  ].filter((office) => office !== false);
  return (
    <PageFrame title={t('title')} session={session}>
      <Part title={t('who')}>
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-medium">{person.name}</span>
          <DelegationBadge code={person.delegation?.code ?? null} observers />
        </p>
        <p className="text-soft">{person.email}</p>
        {offices.length > 0 && (
          <ul className="mt-2">
            {offices.map((office) => (
              <li key={office}>{office}</li>
            ))}
          </ul>
        )}
        <p className="mt-2 text-sm text-soft">{t('who-hint')}</p>
      </Part>
      <Part title={t('language')}>
        <LanguageSwitch />
      </Part>
      <Part title={t('mail.title')}>
        <MailFrequency chosen={await readMailFrequency(database(), actor)} sends={Boolean(process.env.SMTP_URL)} />
      </Part>
      <Part title={t('password')}>{person.isDemo ? <p className="text-soft">{t('demo.password')}</p> : <ChangePassword email={person.email} />}</Part>
      <Part title={t('sessions')}>
        <SignOutEverywhere personId={person.id} />
      </Part>
      <Part title={t('data.title')}>
        <OwnData person={{ id: person.id, email: person.email, isDemo: person.isDemo }} />
      </Part>
    </PageFrame>
  );
}

import type { Metadata } from 'next';
import { CalendarDays, Library } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { AccountMenu } from '@/app/components/AccountMenu';
import { InboxLink } from '@/app/components/InboxLink';
import { LanguageMenu } from '@/app/components/LanguageMenu';
import { ThemeMenu } from '@/app/components/ThemeMenu';
import { ToastsProvider } from '@/app/components/Toasts';
import { requirePerson } from '@/app/session';
import { database } from '@/lib/db/client';
import { listDelegations } from '@/lib/people/list-delegations';
import { can } from '@/lib/policies/can';
import { listScenarios } from '@/lib/scenarios/list-scenarios';
import { ScenarioList } from './list/ScenarioList';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('scenarios');
  return { title: t('title') };
}

/** The scenarios that this person may see, how far each has come, and who is in there now. */
export default async function ScenariosPage({ searchParams }: { readonly searchParams: Promise<{ readonly template?: string | string[] }> }) {
  const { template } = await searchParams;
  const { person, actor } = await requirePerson('/scenarios');
  const [t, scenarios, delegations] = await Promise.all([getTranslations('scenarios'), listScenarios(database(), actor), listDelegations(database())]);
  return (
    <ToastsProvider>
      <header className="flex items-center gap-1 border-b bg-sunken px-4 py-1 print:hidden">
        <span className="flex-1 text-lg font-semibold tracking-tight">{t('product')}</span>
        <Link href="/collections" className="inline-flex min-h-8 items-center gap-1.5 rounded px-1.5 font-medium sm:px-2 hover:bg-hover">
          <Library size={16} aria-hidden /> <span className="max-sm:sr-only">{t('collections')}</span>
        </Link>
        <Link href="/meetings" className="inline-flex min-h-8 items-center gap-1.5 rounded px-1.5 font-medium sm:px-2 hover:bg-hover">
          <CalendarDays size={16} aria-hidden /> <span className="max-sm:sr-only">{t('meetings')}</span>
        </Link>
        <InboxLink />
        <LanguageMenu />
        <ThemeMenu />
        <AccountMenu
          person={{ id: person.id, name: person.name, email: person.email, delegation: person.delegation?.code ?? null, isAdministrator: actor.isAdministrator }}
        />
      </header>
      <main className="mx-auto max-w-7xl px-4 py-6">
        <h1 className="mb-4 text-2xl font-semibold tracking-tight">{t('title')}</h1>
        <ScenarioList initial={scenarios} now={new Date().toISOString()} mayCreate={can(actor, 'scenario.create')} delegations={delegations} template={typeof template === 'string' ? template : null} />
      </main>
    </ToastsProvider>
  );
}

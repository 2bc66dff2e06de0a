import { ArrowLeft } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import Link from 'next/link';
import type { ReactNode } from 'react';
import type { SignedIn } from '@/lib/sessions/signed-in';
import { AccountMenu } from './AccountMenu';
import { InboxLink } from './InboxLink';

interface PageFrameProps {
  readonly title: string;
  readonly session: SignedIn;
  /** For tables with many columns: uses the width that a window has. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A page beside the scenarios: the way back to them, a heading, the account. */
export async function PageFrame({ title, session, wide = false, children }: PageFrameProps) {
  const t = await getTranslations('account');
  const { person, actor } = session;
  return (
    <div className="min-h-dvh">
      <header className="flex items-center gap-3 border-b px-4 py-1.5 print:hidden">
        <Link href="/" className="inline-flex items-center gap-1.5 text-soft hover:text-ink">
          <ArrowLeft size={16} aria-hidden />
          {t('to-scenarios')}
        </Link>
        <div className="ml-auto flex min-w-0 items-center">
          <InboxLink />
          <AccountMenu person={{ id: person.id, name: person.name, email: person.email, delegation: person.delegation?.code ?? null, isAdministrator: actor.isAdministrator }} />
        </div>
      </header>
      <main className={`mx-auto px-4 py-6 ${wide ? 'max-w-[108rem]' : 'max-w-6xl'}`}>
        <h1 className="mb-5 text-2xl font-semibold tracking-tight">{title}</h1>
        {children}
      </main>
    </div>
  );
}

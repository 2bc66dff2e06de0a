import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { LanguageSwitch } from '@/app/components/LanguageSwitch';
import { database } from '@/lib/db/client';
import { readAccessLink } from '@/lib/people/read-access-link';
import { AccessForm } from './AccessForm';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account');
  return { title: t('access.title.invitation'), referrer: 'no-referrer', robots: { index: false } };
}

interface AccessPageProps {
  readonly params: Promise<{ readonly token: string }>;
}

/** Where an invitation, a reset link or the first administrator's link leads. Opening it changes nothing. */
export default async function AccessPage({ params }: AccessPageProps) {
  const { token } = await params;
  const t = await getTranslations('account');
  const link = await readAccessLink(database(), token);
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex justify-end p-3">
        <LanguageSwitch />
      </header>
      <main className="mx-auto flex w-full max-w-sm flex-1 flex-col justify-center gap-6 px-5 pb-16">
        {link ? (
          <>
            <div>
              <h1 className="text-2xl font-semibold tracking-tight">{t(`access.title.${link.purpose}`)}</h1>
              <p className="mt-1 text-soft">{t(`access.hint.${link.purpose}`, { name: link.person?.name ?? '' })}</p>
            </div>
            <AccessForm token={token} email={link.person?.email ?? null} />
          </>
        ) : (
          <>
            <div>
              <h1 className="text-2xl font-semibold tracking-tight">{t('access.title.spent')}</h1>
              <p className="mt-1">{t('access.hint.spent')}</p>
            </div>
            <Link href="/sign-in" className="text-accent underline underline-offset-2">
              {t('sign-in.title')}
            </Link>
          </>
        )}
      </main>
    </div>
  );
}

import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import Link from 'next/link';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('errors.pages');
  return { title: t('not-found') };
}

/** Said of what does not exist and, alike, of what one may not know to exist. */
export default async function NotFoundPage() {
  const t = await getTranslations('errors');
  return (
    <main className="mx-auto flex min-h-dvh max-w-prose flex-col justify-center gap-3 p-6">
      <h1 className="text-xl font-semibold">{t('pages.not-found')}</h1>
      <p>{t('not-found')}</p>
      <p>
        <Link className="underline" href="/">
          {t('pages.home')}
        </Link>
      </p>
    </main>
  );
}

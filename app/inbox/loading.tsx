import { getTranslations } from 'next-intl/server';

/** Shown while the inbox is being read. */
export default async function Loading() {
  const t = await getTranslations('inbox');
  return (
    <main className="mx-auto max-w-6xl px-4 py-6">
      <p role="status" className="text-soft">
        {t('loading')}
      </p>
    </main>
  );
}

import { getTranslations } from 'next-intl/server';
import Link from 'next/link';

/** The pages of a collection; the first is the collection itself. */
export const collectionPages = ['overview', 'matter', 'side-by-side'] as const;
export type CollectionPage = (typeof collectionPages)[number];

const pathOf = (page: CollectionPage): string => (page === 'overview' ? '' : `/${page}`);

/** The ways between the pages of a collection, and back to all collections. */
export async function CollectionNav({ collection, here }: { readonly collection: string; readonly here: CollectionPage }) {
  const t = await getTranslations('collections');
  return (
    <nav aria-label={t('pages.label')} className="-mt-3 mb-4 flex flex-wrap items-center gap-1 border-b pb-1 print:hidden">
      {collectionPages.map((page) => (
        <Link key={page} href={`/collections/${collection}${pathOf(page)}`} aria-current={page === here ? 'page' : undefined} className="rounded px-2 py-1 hover:bg-hover aria-[current]:bg-accent-soft aria-[current]:font-semibold aria-[current]:text-accent">
          {t(`pages.${page}`)}
        </Link>
      ))}
      <Link href="/collections" className="ml-auto px-2 py-1 text-accent underline underline-offset-2">
        {t('all')}
      </Link>
    </nav>
  );
}

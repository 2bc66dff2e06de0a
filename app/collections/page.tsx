import type { Metadata } from 'next';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { PageFrame } from '@/app/components/PageFrame';
import { requirePerson } from '@/app/session';
import { listCollections } from '@/lib/collections/list-collections';
import { database } from '@/lib/db/client';
import { isLanguage, textIn } from '@/lib/domain/languages';
import { can } from '@/lib/policies/can';
import { CreateCollection } from './CreateCollection';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('collections'))('title') };
}

/** The collections that this person may see. */
export default async function CollectionsPage() {
  const session = await requirePerson('/collections');
  const [t, names, format, locale, collections] = await Promise.all([getTranslations('collections'), getTranslations('agreement.item.languages'), getFormatter(), getLocale(), listCollections(database(), session.actor)]);
  const mayCreate = can(session.actor, 'collection.create');
  return (
    <PageFrame title={t('title')} session={session}>
      {mayCreate && (
        <div className="mb-4 flex justify-end">
          <CreateCollection />
        </div>
      )}
      {collections.length === 0 ? (
        <div className="border-y py-10 text-center">
          <p className="font-medium">{t('none')}</p>
          <p className="text-soft">{mayCreate ? t('none-create') : t('none-wait')}</p>
        </div>
      ) : (
        <ul className="border-t">
          {collections.map(({ id, name, authenticLanguages, scenarios }) => (
            <li key={id} data-collection={id} className="relative grid gap-x-6 gap-y-1 border-b py-2.5 hover:bg-hover sm:grid-cols-[1fr_auto]">
              <Link href={`/collections/${id}`} className="min-w-0 break-words font-medium after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:outline-accent">
                {textIn(name, isLanguage(locale) ? locale : 'en')}
              </Link>
              <span className="text-soft">
                {t('count', { count: scenarios })} · {t('authentic-in', { languages: format.list(authenticLanguages.map((language) => names(language))) })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </PageFrame>
  );
}

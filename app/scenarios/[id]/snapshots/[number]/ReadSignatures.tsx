import { getTranslations } from 'next-intl/server';
import { textIn, type Language } from '@/lib/domain/languages';
import type { Snapshot } from '@/lib/snapshots/snapshot';
import { momentEverywhere } from '../../panel/written-moment';

/** Who made the version, what its hash is, and who has signed it when; in UTC and at both places. */
export async function ReadSignatures({ snapshot, language }: { readonly snapshot: Snapshot; readonly language: Language }) {
  const t = await getTranslations({ locale: language, namespace: 'agreement' });
  const bySystem = (await getTranslations({ locale: language, namespace: 'compare' }))('by-system');
  const when = (at: string): string => t('places', momentEverywhere(at, language));
  return (
    <section aria-label={t('signatures')} className="flex break-inside-avoid flex-col gap-3">
      <p className="font-semibold">{t(snapshot.agreed ? 'reading.agreed' : 'reading.not-agreed')}</p>
      <dl className="grid grid-cols-1 gap-x-4 gap-y-2 sm:grid-cols-[auto_1fr]">
        {snapshot.parties.map((party) => (
          <div key={party.id} className="contents">
            <dt>
              {t('reading.party', { name: textIn(party.name, language), code: party.code })}
            </dt>
            <dd className="[overflow-wrap:anywhere]">
              {party.signed ? (
                <>
                  {t('signed-by', { name: party.signed.by.name })}
                  <br />
                  <time dateTime={party.signed.at} className="text-sm text-soft">
                    {when(party.signed.at)}
                  </time>
                </>
              ) : (
                <span className="text-soft">{t('reading.unsigned')}</span>
              )}
            </dd>
          </div>
        ))}
        <dt className="text-soft">{t('hash')}</dt>
        <dd>
          <code className="break-all text-sm">{snapshot.hash}</code>
        </dd>
      </dl>
      <p className="text-sm text-soft">{t('reading.created', { name: snapshot.createdBy?.name ?? bySystem, time: when(snapshot.createdAt) })}</p>
    </section>
  );
}

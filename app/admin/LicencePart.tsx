import { getTranslations } from 'next-intl/server';
import { licenceNoticeOf } from './licence-notice';

/** Tells administrators in time when tldraw's licence key has to be seen to; nothing while all is well. */
export async function LicencePart() {
  const notice = await licenceNoticeOf({
    address: process.env.NEXTAUTH_URL,
    isProduction: process.env.NODE_ENV === 'production',
    key: process.env.TLDRAW_LICENSE_KEY || null,
    now: new Date(),
  });
  if (!notice) return null;
  const t = await getTranslations('people.licence');
  return (
    <p role="note" className="mb-5 max-w-3xl rounded border border-caution bg-caution-soft px-3 py-2 text-caution">
      {notice.kind === 'ends' ? t('ends', { days: notice.days }) : t(notice.kind)} {t('help')}
    </p>
  );
}

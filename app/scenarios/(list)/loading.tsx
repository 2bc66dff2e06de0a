import { useTranslations } from 'next-intl';

export default function Loading() {
  const t = useTranslations('scenarios');
  return (
    <p role="status" className="p-6 text-soft">
      {t('loading')}
    </p>
  );
}

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

/*
 * What was put in is underlined, what was taken out struck through; a reader who sees neither hears it. The marks are
 * signs, the colours only help.
 */

/** Something that was put in. */
export function Inserted({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('compare');
  return (
    <ins className="rounded-sm bg-accent-soft font-medium text-accent underline decoration-2 underline-offset-2">
      <span className="sr-only">{t('inserted')} </span>
      {children}
      <span className="sr-only"> {t('mark-end')}</span>
    </ins>
  );
}

/** Something that was taken out. */
export function Deleted({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('compare');
  return (
    <del className="rounded-sm bg-caution-soft text-caution line-through decoration-2">
      <span className="sr-only">{t('deleted')} </span>
      {children}
      <span className="sr-only"> {t('mark-end')}</span>
    </del>
  );
}

/** A value that has become another; null: there is none. */
export function Became({ from, to }: { readonly from: ReactNode; readonly to: ReactNode }) {
  return (
    <>
      {from !== null && <Deleted>{from}</Deleted>} {to !== null && <Inserted>{to}</Inserted>}
    </>
  );
}

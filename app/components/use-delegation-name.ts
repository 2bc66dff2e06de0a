'use client';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';

/** @returns what names a delegation by its code, in the reader's language: `DE` is the German delegation, 德国代表团 */
export function useDelegationName(): (code: string) => string {
  const t = useTranslations('ui.delegation');
  return useCallback((code) => (code === 'DE' || code === 'CN' ? t(`${code}-name`) : t('other-name', { code })), [t]);
}

/** @returns what names a delegation in a mark, in the reader's language: `DE` is DE, 德方 */
export function useDelegationMark(): (code: string) => string {
  const t = useTranslations('ui.delegation');
  return useCallback((code) => (code === 'DE' || code === 'CN' ? t(code) : code), [t]);
}

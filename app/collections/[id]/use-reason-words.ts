'use client';
import { useTranslations } from 'next-intl';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import type { NamedReason } from '@/lib/domain/assessed-enterprise';
import { textIn } from '@/lib/domain/languages';

/** How a reason is called: a standard one by its message, a scenario's own by its label. */
export function useReasonWords(): (reason: NamedReason) => string {
  const t = useTranslations();
  const { language } = useInterfaceLanguage();
  return ({ id, label }) => (label && textIn(label, language)) || (t.has(`reasons.${id}`) ? t(`reasons.${id}`) : id);
}

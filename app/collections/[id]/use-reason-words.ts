'use client';
import { useTranslations } from 'next-intl';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { reasonWords, type ReasonMessages } from '@/app/scenarios/[id]/cell-words';
import type { NamedReason } from '@/lib/domain/assessed-enterprise';

/** How a reason is called: a standard one by its message, a scenario's own by its label. */
export function useReasonWords(): (reason: NamedReason) => string {
  const t = useTranslations('reasons') as ReasonMessages;
  const { language } = useInterfaceLanguage();
  return ({ id, label }) => reasonWords(id, label ? [{ reasons: [{ id, label }] }] : [], language, t);
}

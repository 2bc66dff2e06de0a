'use client';
import { useTranslations } from 'next-intl';
import { formerParticipant } from '@/lib/domain/named-person';

/** How somebody is called on the page: by their name; whose account was erased, by a neutral word in the reader's language. */
export function useShownName(): (person: { readonly name: string }) => string {
  const t = useTranslations('ui');
  return ({ name }) => (name === formerParticipant ? t('former-participant') : name);
}

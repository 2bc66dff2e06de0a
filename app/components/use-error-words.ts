'use client';
import { useTranslations } from 'next-intl';
import { messageOf } from '@/lib/domain/errors';
import type { ActionError } from '../action-result';

/** Says an action's error in the reader's language. */
export function useErrorWords(): (error: ActionError) => string {
  const t = useTranslations('errors');
  return (error) => t(messageOf(error), error.details);
}

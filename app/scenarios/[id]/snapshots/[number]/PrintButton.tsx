'use client';
import { Printer } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/app/components/Button';

export function PrintButton() {
  const t = useTranslations('agreement');
  return (
    <Button onClick={() => window.print()}>
      <Printer size={16} aria-hidden />
      {t('reading.print')}
    </Button>
  );
}

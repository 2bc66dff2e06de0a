'use client';
import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { Button } from '../components/Button';
import { Dialog } from '../components/Dialog';

interface RenameDialogProps {
  readonly open: boolean;
  readonly name: string;
  readonly onClose: () => void;
  readonly onRename: (name: string) => void;
}

export function RenameDialog({ open, name, onClose, onRename }: RenameDialogProps) {
  const t = useTranslations('people');
  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const entered = new FormData(event.currentTarget).get('name');
    if (typeof entered === 'string' && entered.trim()) onRename(entered);
  }
  return (
    <Dialog open={open} onOpenChange={(next) => !next && onClose()} title={t('rename-of', { name })}>
      <form onSubmit={onSubmit} className="flex flex-col gap-3">
        <label className="flex flex-col gap-1">
          <span className="font-medium">{t('name')}</span>
          <input name="name" required maxLength={120} defaultValue={name} className="field min-h-8" />
        </label>
        <p className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look="primary">
            {t('save')}
          </Button>
        </p>
      </form>
    </Dialog>
  );
}

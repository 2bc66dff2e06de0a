'use client';
import { useTranslations } from 'next-intl';
import { Button } from '../components/Button';
import { Dialog } from '../components/Dialog';

interface EraseDialogProps {
  readonly open: boolean;
  readonly name: string;
  readonly onClose: () => void;
  readonly onErase: () => void;
}

/** Asks before an account is erased, since nothing brings it back, and says what follows. */
export function EraseDialog({ open, name, onClose, onErase }: EraseDialogProps) {
  const t = useTranslations('people');
  const ui = useTranslations('ui');
  return (
    <Dialog open={open} onOpenChange={(next) => !next && onClose()} title={t('erase-of', { name })}>
      <p>{t('erase-hint', { name, former: ui('former-participant') })}</p>
      <p className="mt-4 flex justify-end gap-2">
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button look="danger" onClick={onErase}>
          {t('erase-confirm')}
        </Button>
      </p>
    </Dialog>
  );
}

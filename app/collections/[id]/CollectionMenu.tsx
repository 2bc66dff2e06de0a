'use client';
import { EllipsisVertical, Trash2, UserPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/app/components/Button';
import { Dialog } from '@/app/components/Dialog';
import { Menu, MenuItem } from '@/app/components/Menu';
import { failureOf, type Failure } from '@/app/scenarios/[id]/panel/agreement-api';
import { FailureNote } from '@/app/scenarios/[id]/panel/FailureNote';
import { SharedPeople } from '@/app/scenarios/share/ShareDialog';
import type { Right } from '@/lib/domain/delegations';
import { listCollectionRights, setCollectionRight } from '../actions';
import { collectionApi } from '../collection-api';

const setRight = (collection: string, person: string, right: Right | null) => setCollectionRight({ collection, person, right });

export interface CollectionMenuProps {
  readonly collection: string;
  /** In the reader's language. */
  readonly name: string;
}

/** What who leads a collection does rarely: share it, take it away. */
export function CollectionMenu({ collection, name }: CollectionMenuProps) {
  const t = useTranslations('collections');
  const router = useRouter();
  const [open, setOpen] = useState<'share' | 'delete' | null>(null);
  const close = (isOpen: boolean): void => void (!isOpen && setOpen(null));
  return (
    <>
      <Menu
        label={t('more')}
        trigger={
          <Button size="small" aria-label={t('more')}>
            <EllipsisVertical size={14} aria-hidden />
          </Button>
        }
      >
        <MenuItem icon={<UserPlus size={16} aria-hidden />} onSelect={() => setOpen('share')}>
          {t('share.open')}
        </MenuItem>
        <MenuItem danger icon={<Trash2 size={16} aria-hidden />} onSelect={() => setOpen('delete')}>
          {t('delete.open')}
        </MenuItem>
      </Menu>
      <Dialog open={open === 'share'} onOpenChange={close} title={t('share.title')} description={t('share.hint')}>
        {open === 'share' && (
          <SharedPeople
            of={collection}
            words="collections.share"
            list={listCollectionRights}
            set={setRight}
            onOut={() => {
              setOpen(null);
              router.refresh();
            }}
          />
        )}
      </Dialog>
      <Dialog open={open === 'delete'} onOpenChange={close} title={t('delete.title', { name })} description={t('delete.hint')}>
        {open === 'delete' && <Deletion collection={collection} />}
      </Dialog>
    </>
  );
}

function Deletion({ collection }: { readonly collection: string }) {
  const t = useTranslations('collections.delete');
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      await collectionApi(collection).takeAway();
      router.replace('/collections');
      router.refresh();
    } catch (error) {
      setFailure(failureOf(error));
      setBusy(false);
    }
  };
  return (
    <div className="flex flex-col gap-3">
      <p>{t('signature')}</p>
      {failure && <FailureNote failure={failure} />}
      <Button look="danger" className="self-end" busy={busy} onClick={() => void run()}>
        {t('button')}
      </Button>
    </div>
  );
}

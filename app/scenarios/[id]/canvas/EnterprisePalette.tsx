'use client';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useValue } from 'tldraw';
import { Button } from '@/app/components/Button';
import type { CanvasActions } from './canvas-actions';
import { Swatch } from './Swatch';
import { useNamedEnterprises } from './use-named-enterprises';

/** What the enterprise tool assigns: one of the scenario's enterprises, a new one, or none. */
export function EnterprisePalette({ actions }: { readonly actions: CanvasActions }) {
  const t = useTranslations('canvas.palette');
  const words = useTranslations('figures');
  const enterprises = useNamedEnterprises();
  const paint = useValue(actions.paint);
  const choose = (enterprise: string | null): void => void actions.paint.set({ enterprise });
  return (
    <div role="group" aria-label={t('title')} className="absolute inset-x-2 top-2 mx-auto flex w-fit flex-wrap items-center gap-1 rounded-md border bg-raised p-1 shadow-float">
      {enterprises.map(({ id, colour, shownName }) => (
        <Button key={id} look="quiet" size="small" aria-pressed={paint?.enterprise === id} onClick={() => choose(id)}>
          <Swatch colour={colour} /> {shownName}
        </Button>
      ))}
      <Button look="quiet" size="small" aria-pressed={paint?.enterprise === null} onClick={() => choose(null)} title={words('white')}>
        <Swatch colour={-1} /> {t('none')}
      </Button>
      <Button look="quiet" size="small" onClick={() => choose(actions.createEnterprise({ andEdit: true }))}>
        <Plus size={14} aria-hidden /> {t('new')}
      </Button>
      <p role="status" className="w-full px-1 text-sm text-soft">
        {paint ? t('use') : t('choose')}
      </p>
    </div>
  );
}

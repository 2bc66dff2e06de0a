'use client';
import { useTranslations } from 'next-intl';
import { Popover } from 'radix-ui';
import { useValue } from 'tldraw';
import type { RelationKind } from '@/lib/domain/scenario';
import { breakable } from '@/lib/figures/breakable';
import { useMayEdit, usePhase, useScenarioPart } from '../session/hooks';
import type { CanvasActions } from './canvas-actions';
import { EnterpriseEditor } from './EnterpriseEditor';
import { relationLook } from './shapes/relation-look';
import { Swatch } from './Swatch';
import { useNamedEnterprises, type NamedEnterprise } from './use-named-enterprises';

const legendText = { fontSize: 12.5, lineHeight: 1.25, fontWeight: '400' } as const;
const legendWidth = 170;

/** What the lines and colours mean; enterprises are named and coloured here. */
export function Legend({ actions }: { readonly actions: CanvasActions }) {
  const t = useTranslations('canvas.legend');
  const words = useTranslations('figures');
  const phase = usePhase();
  const relations = useScenarioPart('relations');
  const enterprises = useNamedEnterprises();
  const mayEdit = useMayEdit();
  const opened = useValue(actions.editedEnterprise);
  const hasUnspecified = relations.some(({ kind, phases }) => kind === null && phases.includes(phase));
  return (
    <section data-corner="legend" aria-label={t('title')} className="absolute bottom-14 left-2 @min-[40rem]:bottom-2 max-h-[70%] max-w-56 overflow-y-auto rounded-md border bg-raised/95 px-2 py-1.5 text-sm leading-tight shadow-float">
      <ul className="flex flex-col gap-1">
        <Kind kind="product" label={words('product')} />
        <Kind kind="data" label={words('data')} />
        {hasUnspecified && <Kind kind={null} label={words('unspecified')} />}
      </ul>
      <ul className="mt-1.5 flex flex-col border-t pt-1">
        {enterprises.map((enterprise) => (
          <li key={enterprise.id}>
            {mayEdit ? (
              <EnterpriseEntry enterprise={enterprise} isOpen={opened === enterprise.id} onOpen={(open) => actions.editedEnterprise.set(open ? enterprise.id : null)} />
            ) : (
              <span className="flex items-center gap-1.5 py-0.5">
                <Swatch colour={enterprise.colour} /> {breakable(enterprise.shownName, legendText, legendWidth)}
              </span>
            )}
          </li>
        ))}
        <li className="flex items-center gap-1.5 py-0.5 text-soft">
          <Swatch colour={-1} /> {words('white')}
        </li>
        {mayEdit && (
          <li>
            <button type="button" className="-mx-1 rounded px-1 py-0.5 text-accent hover:bg-hover" onClick={() => actions.createEnterprise({ andEdit: true })}>
              {t('new')}
            </button>
          </li>
        )}
      </ul>
    </section>
  );
}

function Kind({ kind, label }: { readonly kind: RelationKind | null; readonly label: string }) {
  const { stroke, dash, width, isHollow } = relationLook(kind);
  return (
    <li className="flex items-center gap-1.5">
      <svg width="34" height="10" aria-hidden className="shrink-0">
        <path d="M1 5H24" stroke={stroke} strokeWidth={width} strokeDasharray={dash} />
        <polygon points="33,5 23,0.8 23,9.2" fill={isHollow ? 'var(--paper)' : stroke} stroke={stroke} strokeWidth="1.2" />
      </svg>
      {label}
    </li>
  );
}

function EnterpriseEntry({ enterprise, isOpen, onOpen }: { readonly enterprise: NamedEnterprise; readonly isOpen: boolean; readonly onOpen: (open: boolean) => void }) {
  const t = useTranslations('canvas.legend');
  return (
    <Popover.Root open={isOpen} onOpenChange={onOpen}>
      <Popover.Trigger asChild>
        <button
          type="button"
          data-item={`enterprise:${enterprise.id}`}
          aria-label={t('edit', { name: enterprise.shownName })}
          className="-mx-1 flex w-[calc(100%+0.5rem)] items-center gap-1.5 rounded px-1 py-0.5 text-left hover:bg-hover"
        >
          <Swatch colour={enterprise.colour} />
          <span className="min-w-0 [overflow-wrap:anywhere]">{breakable(enterprise.shownName, legendText, legendWidth)}</span>
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content side="right" align="end" sideOffset={8} collisionPadding={8} className="z-50 w-64 rounded-md border bg-raised p-2 shadow-float print:hidden">
          <EnterpriseEditor enterprise={enterprise} onClose={() => onOpen(false)} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { setEnterpriseColour, setEnterpriseNewInFuture } from '@/lib/document/edits/edit-entities';
import { itemName } from '@/lib/domain/items';
import { textIn } from '@/lib/domain/languages';
import type { Enterprise } from '@/lib/domain/scenario';
import { enterpriseColour, enterpriseColours } from '@/lib/figures/palette';
import { useSession } from '../session/hooks';
import { NameFields } from './NameFields';
import { OutlineRow, type RowProps } from './OutlineRow';
import { OutlineSelect } from './OutlineSelect';

export interface EnterpriseRowProps extends RowProps {
  readonly enterprise: Enterprise;
}

/** An enterprise: its name, its colour, and whether it is new in the future network. */
export const EnterpriseRow = memo(function EnterpriseRow({ enterprise, language, position, total, active, mayEdit, onDelete }: EnterpriseRowProps) {
  const t = useTranslations('outline');
  const colourNames = useTranslations('figures.colours');
  const { doc } = useSession();
  const { id } = enterprise;
  const item = itemName({ kind: 'enterprise', id });
  const name = textIn(enterprise.name, language) || t('unnamed');
  const colour = enterpriseColour(enterprise.colour);
  const index = enterpriseColours.indexOf(colour);
  const isNew = enterprise.newInFuture ? t('enterprises.new') : '';

  return (
    <OutlineRow id={id} item={item} name={name} active={active} mayEdit={mayEdit} onDelete={onDelete} label={t('enterprises.row', { name, position, total, colour: colourNames(colour.name), new: isNew })}>
      <NameFields kind="enterprises" id={id} item={item} value={enterprise.name} language={language} reachable={active} />
      <span className="flex items-center gap-1.5">
        <span aria-hidden className="size-4 rounded-sm border-2" style={{ backgroundColor: `light-dark(${colour.fill}, ${colour.darkFill})`, borderColor: `light-dark(${colour.stroke}, ${colour.darkStroke})` }} />
        <OutlineSelect
          label={t('enterprises.colour', { name })}
          value={String(index)}
          options={enterpriseColours.map((each, at) => ({ value: String(at), label: colourNames(each.name) }))}
          disabled={!mayEdit}
          reachable={active}
          className="w-32"
          onChange={(value) => setEnterpriseColour(doc, id, Number(value))}
        />
      </span>
      <label className="inline-flex min-h-6 items-center gap-1 whitespace-nowrap py-0.5">
        <input
          type="checkbox"
          className="size-4 accent-accent"
          checked={enterprise.newInFuture}
          disabled={!mayEdit}
          tabIndex={active ? 0 : -1}
          aria-label={t('enterprises.new-of', { name })}
          onChange={(event) => setEnterpriseNewInFuture(doc, id, event.target.checked)}
        />
        <span aria-hidden className="text-sm">
          {t('enterprises.new')}
        </span>
      </label>
    </OutlineRow>
  );
});

'use client';
import { BookmarkPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Toolbar } from 'radix-ui';
import type { ReactNode } from 'react';
import { Button } from '@/app/components/Button';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { PickGroup, PickList, type Pick } from '@/app/components/PickList';
import { linkItem, unlinkEvidence, type CellPlace } from '@/lib/document/edits/edit-cells';
import { relationContent, roleContent, usesAsEvidence, type RelationEvidence, type RoleEvidence } from '@/lib/domain/evidence';
import { parseItemName } from '@/lib/domain/items';
import { textIn } from '@/lib/domain/languages';
import { dimensions, type Scenario } from '@/lib/domain/scenario';
import { useScenario, useScenarioPart, useSession } from '../session/hooks';

/** In a toolbar: links a role or relation to the cells whose judgement rests on it, and says how many do. @param item its name (`itemName`) */
export function LinkAsEvidence({ item }: { readonly item: string }) {
  const t = useTranslations('evidence');
  const { doc } = useSession();
  const scenario = useScenario();
  const link = linkOf(scenario, item);
  if (!link) return null;
  const uses = usesAsEvidence(scenario, link.kind, link.id);
  const label = t('link-item', { count: uses.length });
  return (
    <CellPicker
      isChosen={({ enterprise, dimension }) => uses.some((use) => use.enterprise === enterprise && use.dimension === dimension)}
      onSelect={(place, isChosen) => (isChosen ? unlinkEvidence(doc, place, link) : linkItem(doc, place, link))}
      trigger={
        <Toolbar.Button asChild>
          <Button look="quiet" size="small" aria-label={label} title={label} data-link-evidence={item}>
            <BookmarkPlus size={14} aria-hidden />
            {uses.length > 0 && <span aria-hidden>{uses.length}</span>}
          </Button>
        </Toolbar.Button>
      }
    />
  );
}

function linkOf(scenario: Scenario, name: string): RoleEvidence | RelationEvidence | null {
  const item = parseItemName(name);
  if (item?.kind === 'role') {
    const role = scenario.roles.find(({ id }) => id === item.id);
    return role ? { kind: 'role', id: role.id, rightFor: roleContent(role) } : null;
  }
  const relation = item?.kind === 'relation' ? scenario.relations.find(({ id }) => id === item.id) : undefined;
  return relation ? { kind: 'relation', id: relation.id, rightFor: relationContent(relation) } : null;
}

export interface CellPickerProps {
  readonly trigger: ReactNode;
  readonly isChosen?: (place: CellPlace) => boolean;
  readonly onSelect: (place: CellPlace, isChosen: boolean) => void;
}

/** The cells of the assessment to choose from, those that change significantly first. */
export function CellPicker({ trigger, ...choice }: CellPickerProps) {
  const t = useTranslations('evidence');
  return (
    <PickList trigger={trigger} label={t('evidence-for')} placeholder={t('search-cell')} none={t('none-found')}>
      <CellPicks {...choice} />
    </PickList>
  );
}

function CellPicks({ isChosen = () => false, onSelect }: Omit<CellPickerProps, 'trigger'>) {
  const t = useTranslations('evidence');
  const assessment = useTranslations('assessment');
  const enterprises = useScenarioPart('enterprises');
  const cells = useScenarioPart('assessment');
  const { language } = useInterfaceLanguage();
  const picks = (isSignificant: boolean): Pick[] =>
    enterprises.flatMap(({ id, name }) =>
      dimensions
        .filter((dimension) => (cells[id]?.[dimension].change === 'significant') === isSignificant)
        .map((dimension) => {
          const place = { enterprise: id, dimension };
          const chosen = isChosen(place);
          return { id: `${id}:${dimension}`, label: `${textIn(name, language) || assessment('unnamed')} · ${assessment(`dimensions.${dimension}.name`)}`, isChosen: chosen, onSelect: () => onSelect(place, chosen) };
        }),
    );
  return (
    <>
      <PickGroup heading={assessment('changes.significant')} picks={picks(true)} />
      <PickGroup heading={t('other-cells')} picks={picks(false)} />
    </>
  );
}

'use client';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Button } from '@/app/components/Button';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { PickGroup, PickList, type Pick } from '@/app/components/PickList';
import { confirmEvidence, linkItem, unlinkEvidence, type CellPlace } from '@/lib/document/edits/edit-cells';
import { bounds } from '@/lib/domain/bounds';
import { confirmed, evidenceName, evidenceState, relationContent, roleContent, type Evidence, type RelationEvidence, type RoleEvidence } from '@/lib/domain/evidence';
import { textIn, type Localized } from '@/lib/domain/languages';
import { useScenario, useSession } from '../session/hooks';
import { EvidenceRow } from './EvidenceRow';

/** What a cell's judgement rests on; where it has changed since, what, and whether it still holds. */
export function EvidenceList({ place, evidence, mayEdit }: { readonly place: CellPlace; readonly evidence: readonly Evidence[]; readonly mayEdit: boolean }) {
  const t = useTranslations('evidence');
  const unnamed = useTranslations('agreement.item')('unnamed');
  const { doc } = useSession();
  const scenario = useScenario();
  const { language } = useInterfaceLanguage();
  const list = useRef<HTMLDivElement>(null);
  const changed = evidence.filter((each) => evidenceState(scenario, each) === 'changed');
  const labelOf = (label: Localized | undefined): string => (label && textIn(label, language)) || unnamed;
  const roleLabel = (id: string): string => labelOf(scenario.roles.find((role) => role.id === id)?.label);

  // What had the focus may be gone with what it was about.
  function keepingFocus(deed: () => void): void {
    deed();
    requestAnimationFrame(() => document.activeElement === document.body && list.current?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true }));
  }
  const pick = (link: RoleEvidence | RelationEvidence, label: string, hint?: string): Pick => {
    const isChosen = evidence.some((each) => evidenceName(each) === evidenceName(link));
    return { id: evidenceName(link), label, ...(hint !== undefined && { hint }), isChosen, onSelect: () => (isChosen ? unlinkEvidence(doc, place, link) : linkItem(doc, place, link)) };
  };
  return (
    <div ref={list} className="mt-2">
      <div className="flex flex-wrap items-center gap-1">
        <span className="mr-1 text-sm text-soft">{t('evidence')}</span>
        {mayEdit && evidence.length < bounds.evidenceOfCell && (
          <PickList
            several
            label={t('choose-evidence')}
            placeholder={t('search-evidence')}
            none={t('none-found')}
            trigger={
              <Button look="quiet" size="small" className="print:hidden">
                <Plus size={14} aria-hidden />
                {t('add-evidence')}
              </Button>
            }
          >
            <PickGroup heading={t('roles')} picks={scenario.roles.map((role) => pick({ kind: 'role', id: role.id, rightFor: roleContent(role) }, labelOf(role.label)))} />
            <PickGroup
              heading={t('relations')}
              picks={scenario.relations.map((relation) => pick({ kind: 'relation', id: relation.id, rightFor: relationContent(relation) }, labelOf(relation.label), `${roleLabel(relation.source)} → ${roleLabel(relation.target)}`))}
            />
          </PickList>
        )}
        {mayEdit && changed.length > 1 && (
          <Button size="small" className="print:hidden" onClick={() => keepingFocus(() => confirmEvidence(doc, place, changed.map((each) => confirmed(scenario, each))))}>
            {t('all-still-hold')}
          </Button>
        )}
      </div>
      {evidence.length === 0 && <p className="text-sm text-soft print:hidden">{t(mayEdit ? 'no-evidence-hint' : 'no-evidence')}</p>}
      <ul aria-label={t('evidence')}>
        {evidence.map((each) => (
          <EvidenceRow
            key={evidenceName(each)}
            evidence={each}
            scenario={scenario}
            mayEdit={mayEdit}
            onConfirm={() => keepingFocus(() => confirmEvidence(doc, place, [confirmed(scenario, each)]))}
            onRemove={() => keepingFocus(() => unlinkEvidence(doc, place, each))}
          />
        ))}
      </ul>
    </div>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import { langOf } from '@/app/components/lang-of';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { RichTextView } from '@/app/components/RichTextView';
import { parseItemName } from '@/lib/domain/items';
import { languages, textIn, type Localized } from '@/lib/domain/languages';
import { phases } from '@/lib/domain/phases';
import type { Scenario } from '@/lib/domain/scenario';
import { CellFacts } from '../CellFacts';
import { useScenario } from '../session/hooks';

/** What an item of the open scenario says, as far as a position on it is about that: so that one sees what one speaks of. */
export function ItemContent({ name }: { readonly name: string }) {
  return <ItemContentIn scenario={useScenario()} name={name} />;
}

/** What an item of any scenario says. */
export function ItemContentIn({ scenario, name }: { readonly scenario: Scenario; readonly name: string }) {
  const t = useTranslations('positions.content');
  const changes = useTranslations('assessment.changes');
  const cellWords = useTranslations('compare.cell');
  const reasons = useTranslations('reasons');
  const items = useTranslations('agreement.item');
  const claimNames = useTranslations('assessment.claim');
  const phaseNames = useTranslations('outline.phases');
  const { language } = useInterfaceLanguage();
  const item = parseItemName(name);
  switch (item?.kind) {
    case 'section': {
      const text = scenario.sections[item.section][item.language];
      return (
        <div lang={langOf(item.language)} className="prose max-h-48 overflow-y-auto border-l-2 pl-2 text-sm" tabIndex={-1}>
          {text.length ? <RichTextView text={text} /> : <p className="text-soft">{t('blank')}</p>}
        </div>
      );
    }
    case 'cell': {
      const cell = scenario.assessment[item.enterprise]?.[item.dimension];
      if (!cell) return null;
      return (
        <div className="border-l-2 pl-2 text-sm">
          <p className="font-medium">{changes(cell.change ?? 'open')}</p>
          {cell.rationale && (
            <p dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
              {cell.rationale}
            </p>
          )}
          <CellFacts cell={cell} scenario={scenario} language={language} t={cellWords as (key: string) => string} reasons={reasons as (key: string) => string} items={items} />
        </div>
      );
    }
    case 'role': {
      const role = scenario.roles.find(({ id }) => id === item.id);
      if (!role) return null;
      const owner = (id: string | null): string => {
        const enterprise = scenario.enterprises.find((each) => each.id === id);
        return enterprise ? textIn(enterprise.name, language) : t('any-enterprise');
      };
      return (
        <div className="border-l-2 pl-2 text-sm">
          <Labels text={role.label} />
          {phases.map((phase) => {
            const placed = role.phases[phase];
            return placed && <p key={phase}>{t('in-phase', { phase: phaseNames(phase), what: owner(placed.enterprise) })}</p>;
          })}
        </div>
      );
    }
    case 'relation': {
      const relation = scenario.relations.find(({ id }) => id === item.id);
      if (!relation) return null;
      return (
        <div className="border-l-2 pl-2 text-sm">
          <Labels text={relation.label} />
          <p>{t(`kinds.${relation.kind ?? 'null'}`)}</p>
          <p>{relation.phases.map((phase) => phaseNames(phase)).join(t('comma'))}</p>
        </div>
      );
    }
    case 'enterprise': {
      const enterprise = scenario.enterprises.find(({ id }) => id === item.id);
      if (!enterprise) return null;
      return (
        <div className="border-l-2 pl-2 text-sm">
          <Labels text={enterprise.name} />
          {enterprise.newInFuture && <p>{t('new-in-future')}</p>}
          {enterprise.claim && <p>{t('claim', { claim: claimNames(enterprise.claim) })}</p>}
          {enterprise.claimReason && (
            <p dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
              {enterprise.claimReason}
            </p>
          )}
        </div>
      );
    }
    default:
      return null;
  }
}

/** A label in each language in which it is written. */
function Labels({ text }: { readonly text: Localized }) {
  return (
    <p className="flex flex-wrap gap-x-2 [overflow-wrap:anywhere]">
      {languages.map((language) => text[language].trim() && (
        <span key={language} lang={langOf(language)}>
          {text[language]}
        </span>
      ))}
    </p>
  );
}

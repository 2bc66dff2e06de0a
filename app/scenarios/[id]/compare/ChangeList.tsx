import { ExternalLink } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Language } from '@/lib/domain/languages';
import { parseItemName } from '@/lib/domain/items';
import type { Scenario } from '@/lib/domain/scenario';
import type { ListedChange } from '@/lib/diff/list-changes';
import { itemLabel } from '@/app/scenarios/item-label';
import { changeAnchor } from './change-anchor';

export interface ChangeListProps {
  readonly scenarioId: string;
  readonly changes: readonly ListedChange[];
  readonly versions: readonly Scenario[];
  readonly language: Language;
}

const groups = { scenario: 'facts', section: 'wording', role: 'network', relation: 'network', enterprise: 'network', cell: 'assessment' } as const;
type Group = (typeof groups)[keyof typeof groups];

/** Every item that has changed, with links to where its changes are shown and to the item in the workspace. */
export function ChangeList({ scenarioId, changes, versions, language }: ChangeListProps) {
  const t = useTranslations('compare');
  const words = useTranslations('agreement.item');
  const groupOf = ({ item }: ListedChange): Group => groups[parseItemName(item)?.kind ?? 'scenario'];
  return (
    <nav aria-label={t('changes')} className="rounded-md border bg-sunken p-3 print:border-0 print:p-0">
      <h2 className="mb-2 font-semibold">{t('count', { count: changes.length })}</h2>
      <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
        {[...new Set(changes.map(groupOf))].map((group) => (
          <div key={group} className="min-w-0">
            <h3 className="text-sm text-soft">{t(group)}</h3>
            <ul className="flex flex-col">
              {changes.filter((change) => groupOf(change) === group).map(({ item, kinds }) => {
                const label = itemLabel(item, versions, language, words);
                return (
                  <li key={item} className="flex items-start gap-1">
                    <a href={`#${changeAnchor(item)}`} className="min-w-0 py-0.5 [overflow-wrap:anywhere] hover:underline">
                      <span className="text-accent underline underline-offset-2">{label}</span> <span className="text-sm text-soft">{kinds.map((kind) => t(`kinds.${kind}`)).join(t('comma'))}</span>
                    </a>
                    {!kinds.includes('dropped') && item !== 'scenario' && (
                      <a href={`/scenarios/${scenarioId}?item=${item}`} aria-label={t('show-item', { item: label })} title={t('show-item', { item: label })} className="shrink-0 rounded p-1.5 text-soft hover:bg-hover print:hidden">
                        <ExternalLink size={13} aria-hidden />
                      </a>
                    )}
                  </li>
                );
              })}
            </ul>
          </div>
        ))}
      </div>
    </nav>
  );
}

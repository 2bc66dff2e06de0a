'use client';
import { useTranslations } from 'next-intl';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { grouped } from '@/lib/domain/grouped';
import { itemName } from '@/lib/domain/items';
import { textIn, type Localized } from '@/lib/domain/languages';
import type { PhaseChange } from '@/lib/domain/phase-changes';
import type { Phase } from '@/lib/domain/phases';
import type { Relation, Role } from '@/lib/domain/scenario';
import { useScenarioPart } from '../session/hooks';
import { JumpLink } from './JumpLink';

type Of<Change extends PhaseChange['change']> = Extract<PhaseChange, { readonly change: Change }>;

/** The entries in groups of one kind of change. Arrow keys move from link to link, as Tab does. */
export function ChangeEntries({ changes, roles }: { readonly changes: readonly PhaseChange[]; readonly roles: readonly Role[] }) {
  const t = useTranslations('phases');
  const words = useWords(roles);
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const links = [...(list.current?.querySelectorAll<HTMLElement>('[data-jump]') ?? [])];
    links[links.indexOf(event.target as HTMLElement) + step]?.focus();
    event.preventDefault();
  };
  return (
    <div ref={list} className="flex flex-col gap-3" onKeyDown={move}>
      <p className="text-sm text-soft max-sm:hidden">{t('hint')}</p>
      {[...grouped(changes, ({ change }) => change)].map(([kind, own]) => (
        <div key={kind}>
          <h4 id={`changes-${kind}`} className="mb-0.5 text-sm text-soft">
            {t(`groups.${kind}`)} <span className="tabular-nums">{own.length}</span>
          </h4>
          <ul aria-labelledby={`changes-${kind}`} className="flex flex-col">
            {own.map((change) => (
              <Entry key={keyOf(change)} change={change} words={words} />
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

interface Words {
  readonly label: (label: Localized) => string;
  readonly ends: (relation: Relation) => string;
  readonly enterprise: (id: string | null) => string;
}

function useWords(roles: readonly Role[]): Words {
  const t = useTranslations('phases');
  const unnamed = useTranslations('outline')('unnamed');
  const { language } = useInterfaceLanguage();
  const enterprises = useScenarioPart('enterprises');
  const label = (text: Localized | undefined): string => (text && textIn(text, language)) || unnamed;
  const role = (id: string): string => label(roles.find((each) => each.id === id)?.label);
  return {
    label,
    ends: ({ source, target }) => t('ends', { source: role(source), target: role(target) }),
    enterprise: (id) => (id === null ? t('no-enterprise') : label(enterprises.find((each) => each.id === id)?.name)),
  };
}

const keyOf = (change: PhaseChange): string => ('role' in change ? change.role.id : 'relation' in change ? change.relation.id : change.from.id);
const phaseOf = (change: PhaseChange): Phase => (change.change.endsWith('dropped') ? 'before' : 'after');

function Entry({ change, words }: { readonly change: PhaseChange; readonly words: Words }) {
  if ('role' in change) return <RoleEntry change={change} words={words} />;
  if ('relation' in change)
    return (
      <li>
        <RelationLink relation={change.relation} phase={phaseOf(change)} words={words} />
      </li>
    );
  return <ChangedEntry change={change} words={words} />;
}

function RoleEntry({ change, words }: { readonly change: Extract<PhaseChange, { readonly role: Role }>; readonly words: Words }) {
  const t = useTranslations('phases');
  const { role } = change;
  const phase = phaseOf(change);
  const assumedBy = role.phases[phase]?.enterprise ?? null;
  return (
    <li>
      <JumpLink item={itemName({ kind: 'role', id: role.id })} phase={phase} name={words.label(role.label)}>
        {change.change === 'role-moved' ? t('became', { from: words.enterprise(change.from), to: words.enterprise(change.to) }) : assumedBy !== null && words.enterprise(assumedBy)}
      </JumpLink>
    </li>
  );
}

function RelationLink({ relation, phase, words, lead }: { readonly relation: Relation; readonly phase: Phase; readonly words: Words; readonly lead?: ReactNode }) {
  return (
    <JumpLink item={itemName({ kind: 'relation', id: relation.id })} phase={phase} name={words.label(relation.label)} lead={lead}>
      {words.ends(relation)}
    </JumpLink>
  );
}

function ChangedEntry({ change: { from, to, how }, words }: { readonly change: Of<'relation-changed'>; readonly words: Words }) {
  const t = useTranslations('phases');
  return (
    <li className="border-b py-1 last:border-0">
      <p className="text-sm font-medium">{how.map((difference) => t(`how.${difference}`)).join(t('comma'))}</p>
      <RelationLink relation={from} phase="before" words={words} lead={t('was')} />
      <RelationLink relation={to} phase="after" words={words} lead={t('is')} />
    </li>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { langOf } from '@/app/components/lang-of';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { diffText } from '@/lib/diff/diff-text';
import { contentOfEvidence, type Evidence, type RelationEvidence, type RoleEvidence } from '@/lib/domain/evidence';
import { languages, textIn, type Localized } from '@/lib/domain/languages';
import { phases } from '@/lib/domain/phases';
import type { Scenario } from '@/lib/domain/scenario';
import { DiffText } from '../compare/DiffText';
import { Became } from '../compare/Marked';

/** In what a piece of evidence differs from what it said when it was last confirmed. */
export function EvidenceChange({ evidence, scenario }: { readonly evidence: Evidence; readonly scenario: Scenario }) {
  const t = useTranslations('evidence');
  if (evidence.rightFor === null) return <p className="text-sm text-soft">{t('never-confirmed')}</p>;
  if (evidence.kind === 'text') {
    const diff = diffText(evidence.rightFor, evidence.says ?? '');
    return (
      <p lang={langOf(evidence.language)} dir="auto" className="border-l-2 pl-2 text-sm [overflow-wrap:anywhere]">
        {diff && <DiffText diff={diff} />}
      </p>
    );
  }
  return <ItemChange evidence={evidence} scenario={scenario} />;
}

function ItemChange({ evidence, scenario }: { readonly evidence: RoleEvidence | RelationEvidence; readonly scenario: Scenario }) {
  const t = useTranslations('evidence.changed');
  const compare = useTranslations('compare');
  const figures = useTranslations('figures');
  const unnamed = useTranslations('agreement.item')('unnamed');
  const { language } = useInterfaceLanguage();
  const nameIn = (all: readonly { readonly id: string; readonly label: Localized }[], id: string): string => textIn(all.find((each) => each.id === id)?.label ?? { en: '', de: '', zh: '' }, language) || unnamed;
  const enterprises = scenario.enterprises.map(({ id, name }) => ({ id, label: name }));
  const facts: { readonly key: string; readonly name: string; readonly value: ReactNode }[] = [];
  const became = (key: string, name: string, from: string | null, to: string | null): void => {
    if (from !== to) facts.push({ key, name, value: <Became from={from} to={to} /> });
  };
  const labels = (was: Localized, is: Localized): void => {
    for (const each of languages) {
      const diff = diffText(was[each], is[each]);
      if (diff) facts.push({ key: `label-${each}`, name: t(`label-${each}`), value: <DiffText diff={diff} /> });
    }
  };
  if (evidence.kind === 'role') {
    const [was, is] = [evidence.rightFor!, contentOfEvidence(scenario, evidence)!];
    labels(was.label, is.label);
    const standing = (enterprise: string | null | undefined): string | null => (enterprise === undefined ? null : enterprise === null ? compare('no-enterprise') : nameIn(enterprises, enterprise));
    for (const phase of phases) became(phase, figures(phase), standing(was.phases[phase]), standing(is.phases[phase]));
  } else {
    const [was, is] = [evidence.rightFor!, contentOfEvidence(scenario, evidence)!];
    labels(was.label, is.label);
    became('source', compare('source'), nameIn(scenario.roles, was.source), nameIn(scenario.roles, is.source));
    became('target', compare('target'), nameIn(scenario.roles, was.target), nameIn(scenario.roles, is.target));
    became('kind', compare('kinds.kind'), figures(was.kind ?? 'unspecified'), figures(is.kind ?? 'unspecified'));
    const stands = (all: readonly string[]): string | null => phases.filter((phase) => all.includes(phase)).map((phase) => figures(phase)).join(compare('comma')) || null;
    became('phases', compare('kinds.stands'), stands(was.phases), stands(is.phases));
  }
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-2 border-l-2 pl-2 text-sm">
      {facts.map(({ key, name, value }) => (
        <div key={key} className="contents">
          <dt className="text-soft">{name}</dt>
          <dd className="[overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { langOf } from '@/app/components/lang-of';
import { languages, textIn, type Language } from '@/lib/domain/languages';
import { phases, type Phase } from '@/lib/domain/phases';
import type { Scenario } from '@/lib/domain/scenario';
import type { LocalizedDiff, ScenarioDiff, ValueChange } from '@/lib/diff/scenario-diff';
import { itemLabel } from '@/app/scenarios/item-label';
import { changeAnchor } from './change-anchor';
import { DiffText } from './DiffText';
import { Became, Deleted, Inserted } from './Marked';

export interface DiffNetworkProps {
  readonly diff: ScenarioDiff;
  readonly before: Scenario;
  readonly after: Scenario;
  readonly language: Language;
}

/** What has become of roles, relations and enterprises, in words: what the figure shows, and more. */
export function DiffNetwork({ diff, before, after, language }: DiffNetworkProps) {
  const t = useTranslations('compare');
  const words = useTranslations('agreement.item');
  const claimNames = useTranslations('assessment.claim');
  const figures = useTranslations('figures');
  const label = (item: string, scenarios: readonly Scenario[]): string => itemLabel(item, scenarios, language, words);
  const enterprise = (id: string | null, scenario: Scenario): string => (id === null ? t('no-enterprise') : label(`enterprise:${id}`, [scenario]));
  const role = (id: string, scenario: Scenario): string => textIn(scenario.roles.find((each) => each.id === id)?.label ?? { en: '', de: '', zh: '' }, language) || words('unnamed');
  const kind = (value: 'product' | 'data' | null): string => figures(value ?? 'unspecified');

  const lists = ['roles', 'relations', 'enterprises'] as const;
  const singular = { roles: 'role', relations: 'relation', enterprises: 'enterprise' } as const;
  const rows: ReactNode[] = [
    ...lists.flatMap((list) => [
      ...diff[list].added.map(({ id }) => (
        <Row key={`${list}-${id}`} item={`${singular[list]}:${id}`}>
          <Inserted>{label(`${singular[list]}:${id}`, [after])}</Inserted> <Soft>{t('kinds.added')}</Soft>
        </Row>
      )),
      ...diff[list].dropped.map(({ id }) => (
        <Row key={`${list}-${id}`} item={`${singular[list]}:${id}`}>
          <Deleted>{label(`${singular[list]}:${id}`, [before])}</Deleted> <Soft>{t('kinds.dropped')}</Soft>
        </Row>
      )),
    ]),
    ...diff.roles.changed.flatMap(({ id, label: renamed, phases: placements }) => {
      const facts = [
        ...renamings(renamed),
        ...phases.flatMap((phase) => {
          const moved = placements[phase];
          if (!moved) return [];
          if (!moved.from || !moved.to) return [<Stands key={phase} phase={phase} stands={moved.to !== null} />];
          if (moved.from.enterprise === moved.to.enterprise) return [];
          return [
            <Fact key={phase} name={t('in-phase', { change: t('kinds.moved'), phase: figures(phase) })}>
              <Became from={enterprise(moved.from.enterprise, before)} to={enterprise(moved.to.enterprise, after)} />
            </Fact>,
          ];
        }),
      ];
      return facts.length ? [<Row key={`role-${id}`} item={`role:${id}`} title={label(`role:${id}`, [after])} facts={facts} />] : [];
    }),
    ...diff.relations.changed.map(({ id, label: renamed, kind: kinds, source, target, phases: stands }) => (
      <Row
        key={`relation-${id}`}
        item={`relation:${id}`}
        title={label(`relation:${id}`, [after])}
        facts={[
          ...renamings(renamed),
          ...end('source', source),
          ...end('target', target),
          ...(kinds
            ? [
                <Fact key="kind" name={t('kinds.kind')}>
                  <Became from={kind(kinds.from)} to={kind(kinds.to)} />
                </Fact>,
              ]
            : []),
          ...(stands ? phases.filter((phase) => stands.from.includes(phase) !== stands.to.includes(phase)).map((phase) => <Stands key={phase} phase={phase} stands={stands.to.includes(phase)} />) : []),
        ]}
      />
    )),
    ...diff.enterprises.changed.flatMap(({ id, name, newInFuture, claim, claimReason }) => {
      const facts = [
        ...renamings(name),
        ...(newInFuture
          ? [
              <Fact key="new" name={t('kinds.new-in-future')}>
                <Became from={t(newInFuture.from ? 'yes' : 'no')} to={t(newInFuture.to ? 'yes' : 'no')} />
              </Fact>,
            ]
          : []),
        ...(claim
          ? [
              <Fact key="claim" name={t('kinds.claim')}>
                <Became from={claimNames(claim.from ?? 'unstated')} to={claimNames(claim.to ?? 'unstated')} />
              </Fact>,
            ]
          : []),
        ...(claimReason
          ? [
              <Fact key="claim-reason" name={t('claim-reason')}>
                <DiffText diff={claimReason} />
              </Fact>,
            ]
          : []),
      ];
      return facts.length ? [<Row key={`enterprise-${id}`} item={`enterprise:${id}`} title={label(`enterprise:${id}`, [after])} facts={facts} />] : [];
    }),
  ];

  function end(side: 'source' | 'target', change: ValueChange<string> | undefined): ReactNode[] {
    if (!change) return [];
    return [
      <Fact key={side} name={t(side)}>
        <Became from={role(change.from, before)} to={role(change.to, after)} />
      </Fact>,
    ];
  }

  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="compared-items">
      <h2 id="compared-items" className="mb-2 text-lg font-semibold">
        {t('network-in-words')}
      </h2>
      <ul className="flex flex-col gap-2">{rows}</ul>
    </section>
  );
}

function Row({ item, title, facts, children }: { readonly item: string; readonly title?: string; readonly facts?: readonly ReactNode[]; readonly children?: ReactNode }) {
  return (
    <li id={changeAnchor(item)} tabIndex={-1} className="scroll-mt-4 [overflow-wrap:anywhere]">
      {title && <span className="font-semibold">{title}</span>}
      {children}
      {facts && <ul className="pl-4">{facts}</ul>}
    </li>
  );
}

const Soft = ({ children }: { readonly children: ReactNode }) => <span className="text-sm text-soft">{children}</span>;

function Fact({ name, lang, children }: { readonly name: string; readonly lang?: string; readonly children: ReactNode }) {
  return (
    <li>
      <Soft>{name}</Soft> <span lang={lang}>{children}</span>
    </li>
  );
}

function renamings(diff: LocalizedDiff): ReactNode[] {
  return languages.flatMap((language) => (diff[language] ? [<Renaming key={language} language={language} diff={diff[language]} />] : []));
}

function Renaming({ language, diff }: { readonly language: Language; readonly diff: NonNullable<LocalizedDiff[Language]> }) {
  const words = useTranslations('agreement.item');
  return (
    <Fact name={words(`languages.${language}`)} lang={langOf(language)}>
      <DiffText diff={diff} />
    </Fact>
  );
}

function Stands({ phase, stands }: { readonly phase: Phase; readonly stands: boolean }) {
  const t = useTranslations('compare');
  const figures = useTranslations('figures');
  const Mark = stands ? Inserted : Deleted;
  return (
    <li>
      <Soft>{t('kinds.stands')}</Soft> <Mark>{figures(phase)}</Mark>
    </li>
  );
}

import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { cookies } from 'next/headers';
import { cache } from 'react';
import { requirePerson } from '@/app/session';
import { unlessMissing } from '@/app/unless-missing';
import { database } from '@/lib/db/client';
import { collectionsOf } from '@/lib/db/collections-of';
import { isLanguage, textIn } from '@/lib/domain/languages';
import { figureLabels, networkLabelKeys } from '@/lib/figures/figure-labels';
import { networkFigure } from '@/lib/figures/network-figure';
import { listDelegations } from '@/lib/people/list-delegations';
import { readTemplate } from '@/lib/scenarios/read-template';
import { can } from '@/lib/policies/can';
import { readScenario } from '@/lib/scenarios/read-scenario';
import { personColor } from '@/lib/sync/person-color';
import { parseAddress } from './workspace/address';
import { layoutCookie, parseLayouts } from './workspace/layout-cookie';
import { ReadWording } from './workspace/ReadWording';
import { Workspace } from './workspace/Workspace';

interface Props {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

const read = cache(async (id: string, returnTo: string) => {
  const session = await requirePerson(returnTo);
  return { session, ...(await unlessMissing(readScenario(database(), session.actor, id))) };
});

const pathOf = async ({ params }: Props): Promise<{ id: string; path: string }> => {
  const { id } = await params;
  return { id, path: `/scenarios/${encodeURIComponent(id)}` };
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { id, path } = await pathOf(props);
  const { scenario } = await read(id, path);
  const locale = await getLocale();
  const t = await getTranslations('workspace');
  return { title: textIn(scenario.title, isLanguage(locale) ? locale : 'en') || t('untitled') };
}

/** One scenario: what is committed, readable at once (title, figure, wording); the workspace comes alive over it. */
export default async function ScenarioPage(props: Props) {
  const { id, path } = await pathOf(props);
  const { session, scenario, epoch, right } = await read(id, path);
  const locale = await getLocale();
  const language = isLanguage(locale) ? locale : 'en';
  const { person, actor } = session;
  const delegation = person.delegation?.code ?? null;
  const words = await getTranslations('figures');
  const delegations = await listDelegations(database());
  const collection = (await collectionsOf(database(), [id])).get(id);
  const template = await readTemplate(database(), actor, id);
  const search = new URLSearchParams(Object.entries(await props.searchParams).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])));
  return (
    <Workspace
      scenarioId={id}
      epoch={epoch}
      me={{ id: person.id, name: person.name, delegation, color: personColor(person.id) }}
      right={right}
      account={{ id: person.id, name: person.name, email: person.email, delegation, isAdministrator: actor.isAdministrator }}
      delegations={delegations}
      collection={collection ? { id: collection.id, name: collection.name } : null}
      template={template}
      mayCreate={can(actor, 'scenario.create')}
      read={{
        title: textIn(scenario.title, language),
        figure: networkFigure(scenario, { language, labels: figureLabels(networkLabelKeys, words), theme: 'page' }),
        wording: <ReadWording wording={scenario} />,
      }}
      address={parseAddress(search)}
      layouts={parseLayouts((await cookies()).get(layoutCookie)?.value)}
    />
  );
}

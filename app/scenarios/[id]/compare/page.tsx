import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { PageFrame } from '@/app/components/PageFrame';
import { requirePerson } from '@/app/session';
import { unlessMissing } from '@/app/unless-missing';
import { database } from '@/lib/db/client';
import { asStored } from '@/lib/document/canonical';
import { isLanguage, textIn } from '@/lib/domain/languages';
import type { Scenario } from '@/lib/domain/scenario';
import type { Actor } from '@/lib/policies/can';
import { readScenario } from '@/lib/scenarios/read-scenario';
import { listSnapshots } from '@/lib/snapshots/list-snapshots';
import { readSnapshot } from '@/lib/snapshots/read-snapshot';
import { personColor } from '@/lib/sync/person-color';
import { ComparePickers } from './ComparePickers';
import { DiffView } from './DiffView';
import { LiveDiff } from './LiveDiff';
import { comparePath, parseSide, type VersionSide } from './version-side';

interface Props {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

const read = cache(async (id: string, returnTo: string) => {
  const session = await requirePerson(returnTo);
  const live = await unlessMissing(readScenario(database(), session.actor, id));
  const versions = await listSnapshots(database(), session.actor, id);
  // Versions are in Unicode NFC; so has the live text to be, or what looks the same would differ.
  return { session, live, now: asStored(live.scenario), versions };
});

interface Asked {
  readonly id: string;
  readonly path: string;
  /** What the link says; undefined: nothing. */
  readonly from: string | undefined;
  readonly to: string | undefined;
}

async function asked({ params, searchParams }: Props): Promise<Asked> {
  const { id } = await params;
  const { from, to } = await searchParams;
  const one = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? '' : value);
  const query = new URLSearchParams(Object.entries({ from: one(from), to: one(to) }).filter((entry): entry is [string, string] => entry[1] !== undefined));
  return { id, path: `/scenarios/${encodeURIComponent(id)}/compare${query.size ? `?${query}` : ''}`, from: one(from), to: one(to) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { id, path } = await asked(props);
  const { now } = await read(id, path);
  const locale = await getLocale();
  const t = await getTranslations('compare');
  return { title: `${t('title')} · ${textIn(now.title, isLanguage(locale) ? locale : 'en')}` };
}

/** `?from=3&to=now`: any two versions of a scenario, or one and the live text; by default the last agreed one, else the newest, and now. */
export default async function ComparePage(props: Props) {
  const { id, path, from: askedFrom, to: askedTo } = await asked(props);
  const { session, live, now, versions } = await read(id, path);
  const locale = await getLocale();
  const language = isLanguage(locale) ? locale : 'en';
  const t = await getTranslations('compare');
  const { snapshots } = versions;
  const newest = snapshots.find(({ agreed }) => agreed) ?? snapshots[0];
  const from = askedFrom === undefined ? (newest?.number ?? null) : parseSide(askedFrom);
  const to = askedTo === undefined ? 'now' : parseSide(askedTo);
  const title = t('heading', { title: textIn(now.title, language) || t('untitled') });
  if ((from === null && askedFrom !== undefined) || to === null) notFound();

  const { person } = session;
  const me = { id: person.id, name: person.name, delegation: person.delegation?.code ?? null, color: personColor(person.id) };
  return (
    <PageFrame title={title} session={session}>
      <p className="-mt-4 mb-4 print:hidden">
        <a className="text-accent underline underline-offset-2" href={`/scenarios/${id}?panel=versions`}>
          {t('back')}
        </a>
      </p>
      {from === null ? (
        <p>{t('no-versions')}</p>
      ) : (
        <>
          <ComparePickers
            scenarioId={id}
            from={from}
            to={to}
            versions={snapshots.map(({ number, name, createdAt }) => ({ number, name, createdAt }))}
          />
          {from === 'now' || to === 'now' ? (
            <LiveDiff
              key={comparePath(id, from, to)}
              scenarioId={id}
              epoch={live.epoch}
              me={me}
              right={live.right}
              before={from === 'now' ? null : await contentOf(session.actor, id, from)}
              after={to === 'now' ? null : await contentOf(session.actor, id, to)}
              now={now}
              language={language}
            />
          ) : (
            <DiffView scenarioId={id} before={await contentOf(session.actor, id, from)} after={await contentOf(session.actor, id, to)} language={language} />
          )}
        </>
      )}
    </PageFrame>
  );
}

async function contentOf(actor: Actor, id: string, side: Exclude<VersionSide, 'now'>): Promise<Scenario> {
  return (await unlessMissing(readSnapshot(database(), actor, id, side))).read;
}

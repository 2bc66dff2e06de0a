import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { PageFrame } from '@/app/components/PageFrame';
import { requirePerson } from '@/app/session';
import { listThreads } from '@/lib/comments/list-threads';
import { database } from '@/lib/db/client';
import { parseItemName } from '@/lib/domain/items';
import { isLanguage, type Localized } from '@/lib/domain/languages';
import type { Scenario } from '@/lib/domain/scenario';
import type { Actor } from '@/lib/policies/can';
import { readItemHistory } from '@/lib/scenarios/read-item-history';
import { readScenario } from '@/lib/scenarios/read-scenario';
import { listSnapshots } from '@/lib/snapshots/list-snapshots';
import { itemLabel } from '@/app/scenarios/item-label';
import { unlessMissing } from '@/app/unless-missing';
import { HistoryList } from './HistoryList';
import { timelineOf } from './timeline';

interface Props {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('history');
  return { title: t('title') };
}

/** `?item=section:description:en`: each wording of one item, with its author, and what was said and signed meanwhile. */
export default async function HistoryPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { item, before: askedBefore } = await searchParams;
  const query = new URLSearchParams(typeof item === 'string' ? { item } : {});
  const { actor, ...session } = await requirePerson(`/scenarios/${encodeURIComponent(id)}/history?${query}`);
  if (typeof item !== 'string' || !parseItemName(item)) notFound();
  if (askedBefore !== undefined && !(typeof askedBefore === 'string' && /^[1-9]\d{0,14}$/.test(askedBefore))) notFound();
  const before = askedBefore === undefined ? undefined : Number(askedBefore);
  const { scenario, ...timeline } = await unlessMissing(readAll(actor, id, item, before));
  const locale = await getLocale();
  const language = isLanguage(locale) ? locale : 'en';
  const t = await getTranslations('history');
  const words = await getTranslations('agreement.item');
  return (
    <PageFrame title={t('heading', { item: itemLabel(item, [scenario], language, words) })} session={{ actor, ...session }}>
      <p className="-mt-4 mb-4 print:hidden">
        <a className="text-accent underline underline-offset-2" href={`/scenarios/${id}?item=${item}`}>
          {t('back')}
        </a>
      </p>
      <HistoryList scenarioId={id} item={item} language={language} names={namesIn(scenario)} entries={timelineOf({ ...timeline, isNewest: before === undefined })} olderThan={timeline.history.olderThan} />
    </PageFrame>
  );
}

async function readAll(actor: Actor, id: string, item: string, before: number | undefined) {
  const db = database();
  const { scenario } = await readScenario(db, actor, id);
  const history = await readItemHistory(db, actor, { scenario: id, item, ...(before !== undefined && { before }) });
  const threads = (await listThreads(db, actor, id)).filter((thread) => thread.item === item);
  const { snapshots } = await listSnapshots(db, actor, id);
  return { scenario, history, threads, snapshots };
}

/** What ids stand for today. */
function namesIn({ roles, relations, reasons, enterprises }: Scenario): Record<string, Localized> {
  return Object.fromEntries([...[...relations, ...reasons, ...roles].map(({ id, label }) => [id, label] as const), ...enterprises.map(({ id, name }) => [id, name] as const)]);
}

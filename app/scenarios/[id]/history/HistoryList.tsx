import { FilePen, MessageSquare, PenLine, Scale, ThumbsUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Language, Localized } from '@/lib/domain/languages';
import { Moment } from '../panel/Moment';
import { ProposalDiff } from '../panel/ProposalDiff';
import { PersonName } from '../panel/PersonName';
import { HistoryContent } from './HistoryContent';
import type { HistoryEntry } from './timeline';

export interface HistoryListProps {
  readonly scenarioId: string;
  readonly item: string;
  readonly language: Language;
  /** What ids stand for. */
  readonly names: Readonly<Record<string, Localized>>;
  /** Newest first. */
  readonly entries: readonly HistoryEntry[];
  /** Wordings before this sequence number are on the next page; null: there are none. */
  readonly olderThan: number | null;
}

const icons = { edit: FilePen, word: Scale, comment: MessageSquare, decision: ThumbsUp, signature: PenLine } as const;

/** What became of an item, newest first. */
export function HistoryList({ scenarioId, item, language, names, entries, olderThan }: HistoryListProps) {
  const t = useTranslations('history');
  if (entries.length === 0) return <p>{t('empty')}</p>;
  return (
    <>
      <ol aria-label={t('title')} className="flex max-w-4xl flex-col">
        {entries.map((entry, index) => {
          const Icon = icons[entry.kind];
          const by = entry.kind === 'edit' ? entry.edit.by : entry.kind === 'word' ? entry.word.by : entry.by;
          return (
            <li key={index} className="flex gap-3 border-b py-3 last:border-0" data-entry={entry.kind}>
              <Icon size={16} aria-hidden className="mt-1 shrink-0 text-soft" />
              <div className="min-w-0 flex-1">
                <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
                  {by ? <PersonName person={by} /> : <span>{t('system')}</span>}
                  <span>{t(`kinds.${entry.kind === 'word' ? entry.word.as : entry.kind}`)}</span>
                  <span className="text-soft">
                    <Moment at={entry.at} exact />
                  </span>
                </p>
                <Said entry={entry} scenarioId={scenarioId} item={item} language={language} names={names} />
              </div>
            </li>
          );
        })}
      </ol>
      {olderThan !== null && (
        <p className="mt-4">
          <a className="text-accent underline underline-offset-2" href={`/scenarios/${scenarioId}/history?item=${item}&before=${olderThan}`}>
            {t('older')}
          </a>
        </p>
      )}
    </>
  );
}

function Said({ entry, scenarioId, item, language, names }: Pick<HistoryListProps, 'scenarioId' | 'item' | 'language' | 'names'> & { readonly entry: HistoryEntry }): ReactNode {
  const t = useTranslations('history');
  const stances = useTranslations('positions.stances');
  const words = useTranslations('agreement');
  switch (entry.kind) {
    case 'edit':
      return <HistoryContent item={item} content={entry.edit.content} previous={entry.previous} language={language} names={names} />;
    case 'word': {
      const { said } = entry.word;
      if (!said) return <p>{t(`withdrawn.${entry.word.as}`)}</p>;
      const note = 'stance' in said ? said.note : said.reason;
      return (
        <p className="[overflow-wrap:anywhere]">
          <span className="font-semibold">{'stance' in said ? stances(said.stance) : words(`reading.change.${said.change}`)}</span>
          {note && <span className="whitespace-pre-wrap"> – {note}</span>}
        </p>
      );
    }
    case 'comment':
      return (
        <>
          <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">
            {entry.body}{' '}
            <a className="text-sm text-accent underline underline-offset-2" href={`/scenarios/${scenarioId}?thread=${entry.thread}`}>
              {t('thread')}
            </a>
          </p>
          {entry.proposal && <Proposed proposal={entry.proposal} />}
        </>
      );
    case 'decision':
      return (
        <>
          <p>{t(`decisions.${entry.decision}`)}</p>
          <Proposed proposal={entry.proposal} />
        </>
      );
    case 'signature':
      return (
        <p>
          <a className="text-accent underline underline-offset-2" href={`/scenarios/${scenarioId}/snapshots/${entry.version}`}>
            {t('version', { number: entry.version })}
          </a>
          {entry.agreed && <span className="text-soft"> · {words('agreed')}</span>}
        </p>
      );
  }
}

/** The change of which an entry speaks, set apart from what the item came to say. */
function Proposed({ proposal }: { readonly proposal: Parameters<typeof ProposalDiff>[0]['proposal'] }) {
  return (
    <div className="mt-1 border-l-2 border-edge pl-2 text-sm">
      <ProposalDiff proposal={proposal} />
    </div>
  );
}

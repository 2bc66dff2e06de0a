'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PrintDocumentView, type MarkWords } from '@/app/components/PrintDocumentView';
import type { Language } from '@/lib/domain/languages';
import { comparePath } from '../../compare/version-side';
import { AnswerOffer } from './AnswerOffer';
import type { OfferShown } from './offer-shown';
import { useLiveOffer } from './use-live-offer';

export interface OfferViewProps {
  readonly scenarioId: string;
  readonly offer: number;
  /** Of the snapshot, which never changes, and its hash. */
  readonly number: number;
  readonly hash: string;
  readonly language: Language;
  readonly marks: MarkWords;
  /** What the server rendered. */
  readonly initial: OfferShown;
}

/** An offer, live for everybody who has its page open: the brief, what has happened since, and where one answers. */
export function OfferView({ scenarioId, offer, number, hash, language, marks, initial }: OfferViewProps) {
  const t = useTranslations('signing');
  const { shown, isStale, isGone, refresh } = useLiveOffer(scenarioId, offer, language, initial);
  const [opened] = useState(initial.latest.position);
  const { news, latest } = shown;
  if (isGone) return <p role="alert">{t('live.gone')}</p>;
  return (
    <>
      {isStale && (
        <p role="alert" className="rounded border border-caution bg-caution-soft px-3 py-1.5 text-caution print:hidden">
          {t('live.stale')}
        </p>
      )}
      <div role="status" className="flex flex-col gap-1 empty:hidden print:hidden">
        {latest.position > opened && <p className="rounded border border-accent bg-accent-soft px-3 py-1.5">{t('live.happened', { what: latest.words })}</p>}
        {news.newest !== null && (
          <p className="rounded border border-caution bg-caution-soft px-3 py-1.5 text-caution">
            {t('live.newer')}{' '}
            <a className="underline underline-offset-2" href={`/scenarios/${scenarioId}/offers/${news.newest}`}>
              {t('live.to-newer')}
            </a>
          </p>
        )}
        {news.differs > 0 && (
          <p className="text-soft">
            {t('live.differs', { count: news.differs, number })}{' '}
            <a className="text-accent underline underline-offset-2" href={comparePath(scenarioId, number, 'now')}>
              {t('live.compare')}
            </a>
          </p>
        )}
      </div>
      <PrintDocumentView document={shown.brief} marks={marks} />
      <AnswerOffer
        scenarioId={scenarioId}
        offer={offer}
        number={number}
        hash={hash}
        state={shown.state}
        answerFor={shown.answerFor}
        deputies={shown.deputies}
        mayWithdraw={shown.mayWithdraw}
        onDone={refresh}
      />
    </>
  );
}

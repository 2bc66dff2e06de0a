'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState, type FormEvent, type ReactNode, type RefObject } from 'react';
import { Button } from '@/app/components/Button';
import type { OfferState } from '@/lib/domain/offers';
import { longestFunction, longestReason } from '@/lib/domain/sign-off-record';
import { FailureNote } from '../../panel/FailureNote';
import { agreementApi, failureOf, type Failure } from '../../panel/agreement-api';
import { useRequestIds } from '../../panel/use-request-ids';

export interface AnswerOfferProps {
  readonly scenarioId: string;
  readonly offer: number;
  /** Of the snapshot. */
  readonly number: number;
  readonly hash: string;
  /** Name of the delegation for which the reader may answer; null if for none. */
  readonly answerFor: string | null;
  readonly deputies: readonly { readonly id: string; readonly name: string }[];
  readonly mayWithdraw: boolean;
  readonly state: OfferState;
  /** After an answer: it may have changed everything. */
  readonly onDone: () => Promise<void>;
}

/** Where a signatory signs, declines or names a deputy, and a facilitator withdraws the offer. What is shown is what is sent. */
export function AnswerOffer({ scenarioId, offer, number, hash, state, answerFor, deputies, mayWithdraw, onDone }: AnswerOfferProps) {
  const t = useTranslations('signing');
  const [api] = useState(() => agreementApi(scenarioId));
  const [password, setPassword] = useState('');
  const [said, setSaid] = useState('');
  const [reason, setReason] = useState('');
  const [why, setWhy] = useState('');
  const [deputy, setDeputy] = useState('');

  const [asked, setAsked] = useState(answerFor !== null);
  if (answerFor !== null && !asked) setAsked(true); // named as a deputy while the page was open
  const isOver = asked && answerFor === null;
  const over = useRef<HTMLParagraphElement>(null);
  const region = useRef<HTMLDivElement>(null);
  useFocusKept(region, over, isOver);

  if (!asked && answerFor === null && !mayWithdraw) return null;
  return (
    <div className="flex flex-col gap-4 print:hidden" ref={region}>
      {isOver && (
        <p ref={over} tabIndex={-1} className="rounded-md border border-accent bg-accent-soft p-3">
          {t(`over.${state}`)}
        </p>
      )}
      {answerFor !== null && (
        <>
          <Act
            title={t('sign.title', { delegation: answerFor })}
            hint={t('sign.hint', { number })}
            button={t('sign.button', { number })}
            look="primary"
            ready={password !== ''}
            asks={said}
            onDone={onDone}
            run={async (requestId) => {
              try {
                await api.sign(offer, { hash, function: said, password, requestId });
              } finally {
                setPassword('');
              }
            }}
          >
            <label className="flex flex-col gap-0.5">
              <span className="text-sm text-soft">{t('sign.function')}</span>
              <input className="field" value={said} maxLength={longestFunction} autoComplete="organization-title" placeholder={t('sign.function-example')} onChange={(event) => setSaid(event.target.value)} />
            </label>
            <label className="flex flex-col gap-0.5">
              <span className="text-sm text-soft">{t('sign.password')}</span>
              <input className="field" type="password" value={password} autoComplete="current-password" required onChange={(event) => setPassword(event.target.value)} />
            </label>
          </Act>
          <details className="rounded-md border p-3">
            <summary className="cursor-pointer font-medium">{t('decline.title')}</summary>
            <Act hint={t('decline.hint')} button={t('decline.button')} ready={reason.trim() !== ''} asks={reason} onDone={onDone} run={(requestId) => api.decline(offer, { hash, reason, requestId }).then(() => setReason(''))}>
              <label className="flex flex-col gap-0.5">
                <span className="text-sm text-soft">{t('decline.reason')}</span>
                <textarea className="field" rows={3} value={reason} maxLength={longestReason} onChange={(event) => setReason(event.target.value)} />
              </label>
            </Act>
          </details>
          {deputies.length > 0 && (
            <details className="rounded-md border p-3">
              <summary className="cursor-pointer font-medium">{t('deputy.title')}</summary>
              <Act hint={t('deputy.hint')} button={t('deputy.button')} ready={deputy !== ''} asks={deputy} onDone={onDone} run={(requestId) => api.nameDeputy(offer, { hash, person: deputy, requestId }).then(() => setDeputy(''))}>
                <label className="flex flex-col gap-0.5">
                  <span className="text-sm text-soft">{t('deputy.who')}</span>
                  <select className="field" value={deputy} onChange={(event) => setDeputy(event.target.value)}>
                    <option value="">{t('deputy.choose')}</option>
                    {deputies.map(({ id, name }) => (
                      <option key={id} value={id}>
                        {name}
                      </option>
                    ))}
                  </select>
                </label>
              </Act>
            </details>
          )}
        </>
      )}
      {mayWithdraw && (
        <details className="rounded-md border p-3">
          <summary className="cursor-pointer font-medium">{t('withdraw.title')}</summary>
          <Act hint={t('withdraw.hint')} button={t('withdraw.button')} look="danger" ready asks={why} onDone={onDone} run={(requestId) => api.withdraw(offer, { reason: why, requestId })}>
            <label className="flex flex-col gap-0.5">
              <span className="text-sm text-soft">{t('withdraw.reason')}</span>
              <textarea className="field" rows={2} value={why} maxLength={longestReason} onChange={(event) => setWhy(event.target.value)} />
            </label>
          </Act>
        </details>
      )}
    </div>
  );
}

/** Whoever was typing when there was nothing to answer any more is led to the words that say why. */
function useFocusKept(region: RefObject<HTMLElement | null>, words: RefObject<HTMLElement | null>, isOver: boolean): void {
  const wasHere = useRef(false);
  useEffect(() => {
    const note = (event: FocusEvent): void => {
      wasHere.current = event.target instanceof Node && (region.current?.contains(event.target) ?? false);
    };
    if (isOver && wasHere.current && document.activeElement === document.body) words.current?.focus();
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, [region, words, isOver]);
}

interface ActProps {
  readonly title?: string;
  readonly hint: string;
  readonly button: string;
  readonly look?: 'primary' | 'plain' | 'danger';
  readonly ready: boolean;
  /** What is asked for, as far as it makes one request another. */
  readonly asks: unknown;
  readonly run: (requestId: string) => Promise<unknown>;
  readonly onDone: () => Promise<void>;
  readonly children: ReactNode;
}

/** What has been said is folded again, so that nobody says it twice; the keyboard goes on from its title. */
function fold(details: HTMLDetailsElement): void {
  details.open = false;
  details.querySelector('summary')?.focus();
}

/** One thing that can be done, once: a second press, or one after the answer got lost, sends the same request again. */
function Act({ title, hint, button, look = 'plain', ready, asks, run, onDone, children }: ActProps) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const underWay = useRef(false);
  const requestIds = useRequestIds();

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const folded = event.currentTarget.closest('details');
    if (underWay.current || !ready) return;
    underWay.current = true;
    setBusy(true);
    setFailure(null);
    try {
      await run(requestIds.idOf(asks));
      requestIds.done();
      await onDone();
      if (folded?.isConnected) fold(folded);
    } catch (error) {
      const why = failureOf(error);
      setFailure(why);
      if (why.code === 'already-signed' || why.code === 'offer-ended') await onDone();
    } finally {
      underWay.current = false;
      setBusy(false);
    }
  };

  return (
    <form className={title ? 'flex flex-col gap-3 rounded-md border border-accent bg-raised p-4' : 'mt-2 flex flex-col gap-3'} onSubmit={(event) => void submit(event)}>
      {title && <h2 className="text-lg font-semibold">{title}</h2>}
      <p className="text-soft">{hint}</p>
      {children}
      {failure && <FailureNote failure={failure} />}
      <div>
        <Button type="submit" look={look} disabled={busy || !ready} aria-busy={busy} className="max-w-full whitespace-normal">
          {button}
        </Button>
      </div>
    </form>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useState } from 'react';
import type { Right } from '@/lib/domain/delegations';
import type { Language } from '@/lib/domain/languages';
import type { Scenario } from '@/lib/domain/scenario';
import { asStored } from '@/lib/document/canonical';
import type { PresentPerson } from '@/lib/sync/presence';
import { useOpenSession, useReady, useScenario, useTrust } from '../session/hooks';
import { SessionProvider } from '../session/SessionProvider';
import { DiffView } from './DiffView';

export interface LiveDiffProps {
  readonly scenarioId: string;
  readonly epoch: number;
  readonly me: PresentPerson;
  readonly right: Right;
  /** Null: the live text. */
  readonly before: Scenario | null;
  readonly after: Scenario | null;
  /** The live text as the server has read it: compared at once, until the live one is here. */
  readonly now: Scenario;
  readonly language: Language;
}

/** Somebody types without a pause: the comparison follows, but not every key. */
const rest = 400;

/** A comparison with the live text, which follows it while it is open. */
export function LiveDiff(props: LiveDiffProps) {
  const { scenarioId, epoch, me, right } = props;
  return (
    <SessionProvider scenarioId={scenarioId} epoch={epoch} me={me} right={right}>
      <MaybeLive {...props} />
    </SessionProvider>
  );
}

function MaybeLive(props: LiveDiffProps) {
  return useOpenSession() ? <Live {...props} /> : <Shown {...props} />;
}

function Live(props: LiveDiffProps) {
  const t = useTranslations('compare');
  const ready = useReady();
  const scenario = useScenario();
  const trust = useTrust();
  const [settled, setSettled] = useState<Scenario | null>(null);
  useEffect(() => {
    if (!ready) return;
    const timer = setTimeout(() => setSettled(scenario), rest);
    return () => clearTimeout(timer);
  }, [ready, scenario]);
  const now = useMemo(() => (settled ? asStored(settled) : props.now), [settled, props.now]);
  return (
    <>
      <p className="mb-3 text-sm text-soft print:hidden" role="status">
        {t(trust.state === 'offline' ? 'offline' : settled ? 'live' : 'opening')}
      </p>
      <Shown {...props} now={now} />
    </>
  );
}

function Shown({ scenarioId, before, after, now, language }: LiveDiffProps) {
  return useMemo(() => <DiffView scenarioId={scenarioId} before={before ?? now} after={after ?? now} language={language} />, [scenarioId, before, after, now, language]);
}

'use client';
import { useTranslations } from 'next-intl';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { evidenceState, type Evidence } from '@/lib/domain/evidence';
import type { Cell } from '@/lib/domain/scenario';
import { CellFacts } from '../CellFacts';
import { useScenario } from '../session/hooks';
import { useMedia } from '../workspace/use-media';

/** On paper: what stands behind a cell and is else opened below the row, with what has to be looked at again. */
export function PrintedFacts({ cell }: { readonly cell: Cell }) {
  return useMedia('print') ? <Facts cell={cell} /> : null;
}

function Facts({ cell }: { readonly cell: Cell }) {
  const t = useTranslations('compare.cell') as (key: string) => string;
  const evidence = useTranslations('evidence');
  const reasons = useTranslations('reasons') as (key: string) => string;
  const items = useTranslations('agreement.item');
  const scenario = useScenario();
  const { language } = useInterfaceLanguage();
  const noteOn = (each: Evidence): string | null => {
    const state = evidenceState(scenario, each);
    return state === 'holds' ? null : evidence(state === 'gone' ? 'gone' : 're-check');
  };
  return <CellFacts cell={cell} scenario={scenario} language={language} t={t} reasons={reasons} items={items} noteOn={noteOn} className="px-1" />;
}

import { createTranslator } from 'next-intl';
import type { EditedScenario, Edition } from '@/app/reports/edition';
import type { ReportWords } from '@/app/reports/report-words';
import type { Words } from '@/app/scenarios/[id]/offers/[offer]/print-words';
import { canonicalJson, sha256Hex } from '@/lib/document/canonical';
import type { Language } from '@/lib/domain/languages';
import type { Scenario } from '@/lib/domain/scenario';
import { loadMessages } from '@/lib/messages/load';
import type { Snapshot } from '@/lib/snapshots/snapshot';

/** The words of a report, outside of a request. A message that is missing throws. */
export async function reportWordsIn(language: Language): Promise<ReportWords> {
  const messages = await loadMessages(language);
  const onError = (error: Error): never => {
    throw error;
  };
  const of = (namespace: string): Words => createTranslator({ locale: language, messages, namespace, onError }) as unknown as Words;
  return { language, t: of('signing'), agreement: of('agreement'), compare: of('compare'), figures: of('figures'), ui: of('ui'), stance: of('positions.stances'), reason: of('reasons'), claim: of('assessment.claim'), item: of('agreement.item'), report: of('report'), assessment: of('assessment'), evidence: of('evidence'), matter: of('collections.matter.sections'), untitled: of('scenarios')('untitled') };
}

export const germany = { id: 'd1', code: 'DE', name: { en: 'Germany', de: 'Deutschland', zh: '德国' } };
export const china = { id: 'd2', code: 'CN', name: { en: 'China', de: 'China', zh: '中国' } };
const signed = { by: { id: 'p', name: 'Li Ming 李明', delegation: 'CN' }, at: '2026-11-28T20:00:00.000Z' };

/** A version that every delegation has signed. */
export const agreedVersion = (content: Scenario): Snapshot => ({
  number: 4,
  name: 'After the meeting',
  kind: 'manual',
  restores: null,
  hash: sha256Hex(canonicalJson(content)),
  createdBy: null,
  createdAt: '2026-11-28T19:00:00.000Z',
  parties: [germany, china].map((party) => ({ ...party, signed, declined: null })),
  agreed: true,
  offer: { number: 7, state: 'agreed' },
});

/** An edition of scenarios with nothing said about them. */
export function editionOf(contents: readonly Scenario[], { collection = null, agreed = false }: { readonly collection?: Edition['collection']; readonly agreed?: boolean } = {}): Edition {
  const scenarios = contents.map((content, index): EditedScenario => ({
    id: `5a0e0001-0000-4000-8000-${String(index + 1).padStart(12, '0')}`,
    content,
    hash: sha256Hex(canonicalJson(content)),
    version: agreed ? agreedVersion(content) : null,
    positions: { sides: [germany, china].map((side) => ({ ...side, takesPart: true })), positions: [], judgements: [], authentic: null, may: { speakFor: null } },
  }));
  return { collection, authentic: collection ? ['en', 'zh'] : null, scenarios, delegations: [germany, china], head: { position: 9, hash: 'b'.repeat(64) }, at: '2026-11-28T20:00:00.000Z', matter: [] };
}

import { createTranslator } from 'next-intl';
import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Thread } from '@/lib/comments/thread';
import { itemsOf } from '@/lib/document/items-of';
import { byKey } from '@/lib/domain/by-key';
import { languages, type Language } from '@/lib/domain/languages';
import type { Stance } from '@/lib/domain/positions';
import { dimensions, emptyCell, type Scenario } from '@/lib/domain/scenario';
import { loadMessages } from '@/lib/messages/load';
import type { Position, PositionList } from '@/lib/positions/position';
import { pageRuler, toPdf, type PageRuler } from '@/lib/print/to-pdf';
import type { OfferView, ShownRecord } from '@/lib/sign-offs/read-offer';
import { largeScenario } from '@/tests/support/large-scenario';
import { briefDocument } from './brief-document';
import type { PrintWords, Words } from './print-words';

const address = 'https://accord.example.org';
const germany = { id: 'd1', code: 'DE', name: { en: 'Germany', de: 'Deutschland', zh: '德国' } };
const china = { id: 'd2', code: 'CN', name: { en: 'China', de: 'China', zh: '中国' } };

async function wordsIn(language: Language): Promise<PrintWords> {
  const messages = await loadMessages(language);
  const of = (namespace: string): Words => createTranslator({ locale: language, messages, namespace, onError: (error) => { throw error; } }) as unknown as Words;
  return { language, t: of('signing'), agreement: of('agreement'), compare: of('compare'), figures: of('figures'), ui: of('ui'), stance: of('positions.stances'), reason: of('reasons'), claim: of('assessment.claim'), item: of('agreement.item') };
}

const record = (over: Partial<ShownRecord> = {}): ShownRecord => ({
  position: 7,
  hash: 'a'.repeat(64),
  kind: 'offer',
  at: '2026-11-28T23:30:05.000Z',
  signer: { name: 'Anna Weber', office: 'facilitator', function: '', delegation: 'DE' },
  delegation: null,
  named: null,
  reason: null,
  ...over,
});

function offerOf(content: Scenario, before: Scenario | null, records: readonly ShownRecord[] = []): OfferView {
  return {
    number: 7,
    scenario: '4f2a',
    state: 'open',
    snapshot: { number: 4, name: 'After the meeting', hash: '0123456789abcdef'.repeat(4), at: '2026-11-28T23:00:00.000Z', content },
    before: before && { number: 3, content: before },
    records: [record(), ...records],
    parties: [germany, china],
    authentic: null,
    head: { position: 9, hash: 'b'.repeat(64) },
    may: { answerFor: germany, withdraw: false, name: [] },
  };
}

const nothingSaid: PositionList = { sides: [germany, china].map((side) => ({ ...side, takesPart: true })), positions: [], judgements: [], authentic: null, may: { speakFor: null } };
const said = (item: string, hash: string, stance: Stance, note: string, delegation = 'd2'): Position => ({
  item,
  hash,
  stance,
  note,
  delegation,
  by: { id: 'p', name: 'Li Ming 李明', delegation: 'CN' },
  at: '2026-11-28T20:00:00.000Z',
}) as unknown as Position;
const thread = (item: string, body: string): Thread =>
  ({ id: `${item}${body}`, item, kind: 'general', anchor: null, internalTo: null, resolved: null, comments: [{ id: 'c', author: { id: 'p', name: 'Mei' }, body, isDeleted: false }] }) as unknown as Thread;

let ruler: PageRuler;
const words = {} as Record<Language, PrintWords>;
beforeAll(async () => {
  ruler = await pageRuler('en');
  for (const language of languages) words[language] = await wordsIn(language);
});

interface Given {
  readonly offer: OfferView;
  readonly positions?: PositionList;
  readonly threads?: readonly Thread[];
}

/** The one page of the brief as PDF, without white space, and its runs. */
async function printed(language: Language, { offer, positions = nothingSaid, threads = [] }: Given) {
  const document = briefDocument({ offer, positions, threads, address }, words[language], ruler);
  const { text, totalPages } = await extractText(await getDocumentProxy(await toPdf(document)), { mergePages: true });
  expect(totalPages).toBe(1);
  const runs = document.blocks.flatMap((block) => (block.kind === 'list' ? block.items.flat() : block.kind === 'paragraph' ? block.runs : []));
  const marked = (mark: 'inserted' | 'deleted'): string[] => runs.filter((run) => run.mark === mark).map((run) => run.text.trim());
  const links = runs.flatMap(({ text: shown, link }) => (link ? [[shown, link]] : []));
  return { page: tight(text), inserted: marked('inserted'), deleted: marked('deleted'), links };
}
const tight = (text: string): string => text.replace(/[\s\u00ad]/g, '');

const base = largeScenario({ roles: 6, relations: 6, words: 240 });
const sentence = { en: 'The maker is paid once on delivery.', de: 'Der Hersteller wird einmal bei Lieferung bezahlt.', zh: '制造商在交付时一次性收款。' };
const paid = { en: 'The maker is paid by the hour.', de: 'Der Hersteller wird nach Stunden bezahlt.', zh: '制造商按使用小时收款。' };
const wording = (text: string) => [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }];
const worded = (scenario: Scenario, text: Readonly<Record<Language, string>>): Scenario => ({
  ...scenario,
  sections: { ...scenario.sections, 'revenue-mechanism': { en: wording(text.en), de: wording(text.de), zh: wording(text.zh) } },
});

describe.each(languages)('the brief in %s is one page', (language) => {
  it('where nothing was agreed before, and says where the whole content stands', async () => {
    const { page, inserted, links } = await printed(language, { offer: offerOf(base, null) });
    expect(page).toContain(tight(words[language].t('brief.first')));
    const whole = words[language].t('brief.read', { number: 4 });
    expect(page).toContain(tight(whole));
    expect(links).toEqual([[whole, `${address}/scenarios/4f2a/snapshots/4`]]);
    expect(page).toContain('0123456789abcdef'.repeat(4));
    expect(page).toMatch(/[(（]Europe\/Berlin[,，]UTC\+1[)）]/);
    expect(page).toMatch(/[(（]Asia\/Shanghai[,，]UTC\+8[)）]/);
    expect(inserted).toEqual([]);
  });

  it('where little has changed: word by word, label, cell and network, with functions and delegations', async () => {
    const before = worded(base, sentence);
    const after: Scenario = {
      ...worded(base, paid),
      roles: base.roles.map((role, index) => (index === 0 ? { ...role, label: { ...role.label, en: 'Fleet operator', zh: '车队运营商' } } : index === 1 ? { ...role, phases: { ...role.phases, after: { enterprise: 'e5', box: null } } } : role)),
      relations: base.relations.filter((_, index) => index !== 2).map((relation, index) => (index === 0 ? { ...relation, target: 'r5' } : relation)),
      assessment: { ...base.assessment, e1: { ...base.assessment.e1!, who: { ...emptyCell, change: 'none', rationale: 'because nobody is new' } } },
    };
    const signed = record({ position: 8, kind: 'signature', delegation: germany, signer: { name: 'Anna Weber', office: 'head', function: 'Leiterin Normung', delegation: 'DE' } });
    const { page, inserted, deleted } = await printed(language, { offer: offerOf(after, before, [signed]) });
    const { item, agreement } = words[language];
    expect(deleted).toEqual(expect.arrayContaining(['role number 0', agreement('reading.change.significant'), 'Enterprise 1']));
    expect(inserted).toEqual(expect.arrayContaining(['Fleet operator', '车队运营商', agreement('reading.change.none'), 'nobody is new', 'Enterprise 5']));
    // the words that changed, not the sentence around them
    expect(deleted).toEqual(expect.arrayContaining(['once on delivery', 'einmal bei Lieferung']));
    expect(inserted).toEqual(expect.arrayContaining(['by the hour', 'nach Stunden']));
    expect(inserted.join('')).toContain('使用小时');
    expect(inserted.join('')).not.toContain('制造商按');
    expect(page).toContain(tight(item('cell', { label: 'Enterprise 1', dimension: item('dimensions.who') })));
    expect(page).toContain(tight(words[language].t('office.head')));
    expect(page).toContain('LeiterinNormung');
    // cells come before wording, wording before the network
    const places = [item('cell', { label: 'Enterprise 1', dimension: item('dimensions.who') }), item('section', { section: item('sections.revenue-mechanism'), language: item('languages.en') }), item('role', { label: language === 'zh' ? '车队运营商' : language === 'de' ? 'Geschäftsrolle 0' : 'Fleet operator' })].map((text) => page.indexOf(tight(text)));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(page).not.toContain('/compare?');
  });

  it('where hundreds of things have changed in long words, with many reservations and comments: what matters first, the rest counted', async () => {
    const german = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrikationsverfahren'.repeat(3);
    const chinese = '按使用时间付费的机器共享平台运营商'.repeat(40);
    const before = largeScenario({ roles: 200, relations: 400, words: 12_000 });
    const after: Scenario = {
      ...before,
      title: { en: german.repeat(4), de: german.repeat(4), zh: chinese },
      roles: before.roles.map((role) => ({ ...role, label: { en: `${german} ${role.label.en}`, de: german, zh: chinese.slice(0, 100) } })),
      relations: before.relations.slice(100).map((relation) => ({ ...relation, kind: 'data' as const })),
      assessment: Object.fromEntries(Object.keys(before.assessment).map((id) => [id, byKey(dimensions, () => ({ ...emptyCell, change: 'none' as const, rationale: `${german} ${chinese}` }))])),
      sections: Object.fromEntries(Object.keys(before.sections).map((key) => [key, { en: wording('rewritten '.repeat(2_000)), de: wording(`${german} `.repeat(100)), zh: wording(chinese) }])) as unknown as Scenario['sections'],
    };
    const items = itemsOf(after);
    const positions: PositionList = {
      ...nothingSaid,
      positions: items.slice(0, 300).map(({ name, hash }, index) => said(name, hash, index === 299 ? 'disagree' : 'reservation', `${german} ${chinese}`)),
    };
    const threads = Array.from({ length: 120 }, (_, index) => thread(`role:r${index}`, `${german} ${chinese}`));
    const records = Array.from({ length: 30 }, (_, index) => record({ position: 8 + index, kind: 'refusal', delegation: china, reason: chinese.slice(0, 2_000), signer: { name: german, office: 'speaker', function: german.slice(0, 120), delegation: 'CN' } }));
    const { page } = await printed(language, { offer: offerOf(after, before, records), positions, threads });
    const { item, stance } = words[language];
    // the one who disagrees comes before 299 reservations, cells before everything else that has changed
    expect(page.indexOf(tight(stance('disagree')) + '–')).toBeGreaterThan(-1);
    expect(page).toContain(tight(item('cell', { label: 'Enterprise 0', dimension: item('dimensions.who') })));
    const rest = /(\d+)[^\d/]*https:\/\/accord\.example\.org\/scenarios\/4f2a\/compare\?from=3&to=4/.exec(page);
    expect(Number(rest?.[1])).toBeGreaterThan(400);
    expect(page).toContain(`${address}/scenarios/4f2a?panel=comments`);
    expect(page).toMatch(new RegExp(tight(words[language].t('brief.more-records', { count: 99 })).replace('99', '(2[6-9]|30)')));
  });

  it('where the cells fit: then the authentic wording, then the network, and the number that is left out is right', async () => {
    const before = largeScenario({ roles: 120, relations: 10 });
    const after: Scenario = { ...worded(before, paid), roles: before.roles.map((role) => ({ ...role, label: { ...role.label, en: `${role.label.en} renamed` } })), assessment: { ...before.assessment, e3: { ...before.assessment.e3!, how: { ...emptyCell, rationale: 'because' } } } };
    const { page, inserted } = await printed(language, { offer: offerOf(after, before) });
    const { item } = words[language];
    expect(page).toContain(tight(item('cell', { label: 'Enterprise 3', dimension: item('dimensions.how') })));
    expect(inserted.join(' ')).toContain('The maker is paid');
    const shown = inserted.filter((text) => text.endsWith('renamed')).length;
    expect(shown).toBeGreaterThan(10);
    const rest = /(\d+)[^\d/]*https:\/\/accord\.example\.org\/scenarios\/4f2a\/compare/.exec(page);
    expect(Number(rest?.[1])).toBe(120 - shown + 2);
  });
});

import { languages, textIn } from '@/lib/domain/languages';
import { printedHead } from '@/lib/domain/printed-head';
import { plainText, type PrintBlock, type PrintDocument, type PrintText } from '@/lib/print/print-document';
import type { OfferView, ShownRecord } from '@/lib/sign-offs/read-offer';
import { happened } from './happened';
import type { PrintWords } from './print-words';
import { shownMoment } from './shown-moment';
import { sideAs, standingAs } from './signer-words';

/**
 * The record of an offer as it leaves the system: in every language what was signed, by whom, when, and the head of the chain,
 * against which `npm run verify` finds a chain that was rewritten as a whole.
 * @param words of each language, in the order in which they stand
 */
export function recordDocument(offer: OfferView, words: readonly PrintWords[]): PrintDocument {
  const [first] = words as readonly [PrintWords, ...PrintWords[]];
  return {
    title: first.t('record.title', { title: textIn(offer.snapshot.content.title, first.language) || first.item('unnamed'), number: offer.snapshot.number }),
    language: first.language,
    compact: true,
    footer: first.t('record.footer', { head: printedHead(offer.head) }),
    blocks: words.flatMap((each, index): PrintBlock[] => [...(index > 0 ? [{ kind: 'page-break' } as const] : []), ...inLanguage(offer, each)]),
  };
}

function inLanguage(offer: OfferView, words: PrintWords): PrintBlock[] {
  const { language, t, agreement, item } = words;
  const { snapshot, records, head } = offer;
  const signatures = records.filter(({ kind }) => kind === 'signature');
  const others = records.filter(({ kind }) => kind !== 'signature');
  return [
    { kind: 'heading', level: 1, text: t('record.heading') },
    { kind: 'paragraph', runs: [{ text: textIn(snapshot.content.title, language) || item('unnamed'), bold: true }] },
    {
      kind: 'facts',
      facts: [
        { label: t('record.version'), value: plainText(agreement('version', { number: snapshot.number, name: snapshot.name })) },
        { label: t('record.languages'), value: plainText(languages.map((each) => agreement(`item.languages.${each}`)).join(t('list-separator'))) },
        ...(offer.authentic ? [{ label: t('record.authentic'), value: plainText(offer.authentic.map((each) => agreement(`item.languages.${each}`)).join(t('list-separator'))) }] : []),
        { label: t('record.scenario'), value: plainText(offer.scenario) },
        { label: t('hash'), value: plainText(snapshot.hash) },
        { label: t('record.state'), value: [{ text: t(`state.${offer.state}`), bold: true }] },
      ],
    },
    { kind: 'heading', level: 2, text: t('record.signatures') },
    signatures.length
      ? {
          kind: 'table',
          widths: [1.2, 2, 2.9, 2],
          header: [t('brief.delegation'), t('record.person'), t('record.when'), t('record.in-chain')],
          rows: signatures.map((record) => [
            record.delegation ? sideAs(record.delegation, words) : [],
            personOf(record, words),
            shownMoment(record.at, language, t),
            [{ text: t('record.number', { position: record.position }) }, { text: `\n${record.hash}`, soft: true }],
          ]),
        }
      : { kind: 'paragraph', runs: [{ text: t('record.none'), soft: true }] },
    { kind: 'heading', level: 2, text: t('record.other') },
    {
      kind: 'table',
      widths: [3, 2.9, 2],
      header: [t('record.what'), t('record.when'), t('record.in-chain')],
      rows: others.map((record) => [happened(record, words), shownMoment(record.at, language, t), [{ text: t('record.number', { position: record.position }) }, { text: `\n${record.hash}`, soft: true }]]),
    },
    { kind: 'heading', level: 2, text: t('record.head') },
    { kind: 'paragraph', runs: [{ text: printedHead(head), bold: true }] },
    { kind: 'paragraph', runs: plainText(t('record.verify', { head: printedHead(head) })) },
  ];
}

/** The side for which somebody signed stands beside; another one is theirs. */
const personOf = ({ signer, delegation }: ShownRecord, words: PrintWords): PrintText => [{ text: `${signer.name}\n` }, ...standingAs(signer.delegation === delegation?.code ? { ...signer, delegation: null } : signer, words)];

import { itemLabel } from '@/app/scenarios/item-label';
import { shownMoment } from '@/app/scenarios/[id]/offers/[offer]/shown-moment';
import { badgeOf, sideAs } from '@/app/scenarios/[id]/offers/[offer]/signer-words';
import { itemsOf } from '@/lib/document/items-of';
import { colonIn } from '@/lib/domain/languages';
import { standingOf, type Stance } from '@/lib/domain/positions';
import type { PrintBlock, PrintText } from '@/lib/print/print-document';
import type { EditedScenario } from './edition';
import type { ReportWords } from './report-words';

/** How far a scenario has come, in a sentence. */
export function stateSentence({ version }: EditedScenario, { report }: ReportWords): string {
  if (!version) return report('state.live');
  return report(version.agreed ? 'state.agreed' : version.offer?.state === 'open' ? 'state.signing' : 'state.version', { number: version.number, name: version.name });
}

/** Who has signed what is printed, and what was said against it and still stands. */
export function signOffBlocks(scenario: EditedScenario, words: ReportWords): PrintBlock[] {
  const { version } = scenario;
  const reserved = reservations(scenario, words);
  return [
    { kind: 'paragraph', runs: [{ text: stateSentence(scenario, words) }] },
    ...(version?.parties.length ? [signatures(version.parties, words)] : []),
    ...(reserved.length ? [{ kind: 'heading', level: 3, text: words.report('reservations') } as const, { kind: 'list', ordered: false, items: reserved } as const] : []),
  ];
}

function signatures(parties: NonNullable<EditedScenario['version']>['parties'], words: ReportWords): PrintBlock {
  return {
    kind: 'table',
    widths: [2.4, 3, 4],
    header: [words.t('brief.delegation'), words.t('record.person'), words.t('record.when')],
    rows: parties.map(({ id, code, name, signed, declined }): PrintText[] => {
      const said = signed ?? declined;
      return [
        sideAs({ id, code, name }, words),
        signed ? [{ text: signed.by.name }] : declined ? [{ text: words.t('declined-by', { name: declined.by.name }) }, ...(declined.reason ? [{ text: `\n${declined.reason}`, soft: true }] : [])] : [{ text: words.report('unsigned'), soft: true }],
        said ? shownMoment(said.at, words.language, words.t) : [],
      ];
    }),
  };
}

const against: readonly Stance[] = ['disagree', 'reservation'];

/** Objections and reservations that were given for exactly what is printed. */
function reservations({ content, positions }: EditedScenario, words: ReportWords): PrintText[] {
  const items = itemsOf(content);
  const standings = standingOf(items, positions.positions);
  return against.flatMap((stance) =>
    items.flatMap(({ name }) =>
      positions.sides.flatMap((side): PrintText[] => {
        const standing = standings.get(name)?.get(side.id);
        if (!standing || standing.isStale || standing.position.stance !== stance) return [];
        const { note, by } = standing.position;
        return [[...badgeOf(side.code, words), { text: ` ${words.stance(stance)}`, bold: true }, { text: ` – ${itemLabel(name, [content], words.language, words.item)}` }, ...(note ? [{ text: ` – ${by.name}${colonIn(words.language)}${note}` }] : [])]];
      }),
    ),
  );
}

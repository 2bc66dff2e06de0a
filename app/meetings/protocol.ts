import { getTranslations } from 'next-intl/server';
import { notedItemLabel } from '@/app/scenarios/item-label';
import { colonIn, textIn, type Language } from '@/lib/domain/languages';
import type { AgendaPoint, Entry, Meeting } from '@/lib/meetings/meeting';
import type { PositionTaken } from '@/lib/meetings/positions-taken';
import { plainText, type PrintBlock, type PrintDocument, type PrintText } from '@/lib/print/print-document';
import { clocksAt, type ClockPlace, writtenDay, writtenTimes } from './written-times';
import { cityOf } from './zone-names';

/**
 * The protocol of a meeting as one reader may see it, in a language: who was there, the agenda, what was said, decided, and given
 * somebody to do.
 * @param positions `positionsTaken` in the meeting
 */
export async function protocolOf(meeting: Meeting, positions: ReadonlyMap<string, readonly PositionTaken[]>, language: Language): Promise<PrintDocument> {
  const t = await getTranslations({ locale: language, namespace: 'meetings' });
  const items = await getTranslations({ locale: language, namespace: 'agreement.item' });
  const stances = await getTranslations({ locale: language, namespace: 'positions.stances' });
  const badges = await getTranslations({ locale: language, namespace: 'ui.delegation' });
  const untitled = (await getTranslations({ locale: language, namespace: 'scenarios' }))('untitled');
  const badge = (code: string | null): string => (code === null ? badges('observer') : code === 'DE' || code === 'CN' ? badges(code) : code);
  const placeName = (place: ClockPlace): string => t(`zones.${place.key}`, { zone: cityOf(place.zone) });
  const clocks = (iso: string): string => clocksAt(iso, meeting.zone, language, placeName, meeting.startsAt);
  const titleOf = (id: string | null): string => textIn(meeting.scenarios.find((scenario) => scenario.id === id)?.title ?? { en: '', de: '', zh: '' }, language) || untitled;
  const wordsOf = (point: AgendaPoint): string => (point.item ? notedItemLabel(point.item, point.labels, language, (key, values) => items(key as 'unnamed', values)) : point.title);
  const doer = (entry: Entry): string => entry.assignee?.name || t('protocol.nobody');
  const due = (entry: Entry): string => (entry.dueOn ? writtenDay(entry.dueOn, language) : '–');

  const facts: { label: string; value: PrintText }[] = [
    ...writtenTimes(meeting, language).map(({ place, time }) => ({ label: t('protocol.planned', { place: placeName(place) }), value: plainText(time) })),
    ...(meeting.startedAt ? [{ label: t('protocol.began'), value: plainText(clocks(meeting.startedAt)) }] : []),
    ...(meeting.endedAt ? [{ label: t('protocol.ended'), value: plainText(clocks(meeting.endedAt)) }] : []),
    ...(meeting.place ? [{ label: t('plan.place'), value: plainText(meeting.place) }] : []),
    { label: t('scenarios'), value: plainText(meeting.scenarios.map(({ id }) => titleOf(id)).join('\n')) },
  ];
  const withKind = (kind: Entry['kind']) => meeting.points.flatMap((point, index) => point.entries.filter((entry) => entry.kind === kind).map((entry) => ({ entry, number: index + 1 })));
  const decisions = withKind('decision');
  const actions = withKind('action');

  const entryText = (entry: Entry): PrintText => [
    ...(entry.kind === 'note' ? [] : [{ text: `${t(`entry.kinds.${entry.kind}`)}${colonIn(language)}`, bold: true }]),
    { text: entry.body },
    ...(entry.kind === 'action' ? [{ text: t('protocol.who-until', { who: doer(entry), until: due(entry) }) }] : []),
    { text: t('protocol.said-by', { name: entry.author.name, side: badge(entry.author.delegation) }), soft: true },
  ];
  const positionText = ({ delegation, stance, note, by }: PositionTaken): PrintText => [
    { text: `${badge(delegation)}${colonIn(language)}`, bold: true },
    { text: stances(stance) },
    ...(note ? [{ text: ` – ${note}` }] : []),
    { text: t('protocol.said-by', { name: by.name, side: badge(by.delegation) }), soft: true },
  ];
  const saidOf = (each: AgendaPoint): PrintText[] => [...each.entries.map(entryText), ...(positions.get(each.id) ?? []).map(positionText)];
  const point = (each: AgendaPoint, index: number): PrintBlock[] => [
    { kind: 'heading', level: 3, text: `${index + 1}. ${wordsOf(each)}` },
    ...(each.scenario && meeting.scenarios.length > 1 ? [{ kind: 'paragraph', runs: [{ text: titleOf(each.scenario), soft: true }] } satisfies PrintBlock] : []),
    ...(each.isParked ? [{ kind: 'paragraph', runs: [{ text: t('agenda.parked'), italic: true }] } satisfies PrintBlock] : []),
    saidOf(each).length ? { kind: 'list', ordered: false, items: saidOf(each) } : { kind: 'paragraph', runs: [{ text: t('protocol.nothing'), soft: true }] },
  ];
  return {
    title: t('protocol.of', { title: meeting.title }),
    language,
    footer: t('protocol.of', { title: meeting.title }),
    blocks: [
      { kind: 'heading', level: 1, text: t('protocol.of', { title: meeting.title }) },
      { kind: 'facts', facts },
      { kind: 'heading', level: 2, text: t('attendance.title', { count: meeting.attendances.length }) },
      meeting.attendances.length
        ? { kind: 'table', header: [t('attendance.name'), t('attendance.delegation'), t('protocol.room')], widths: [4, 2, 4], rows: meeting.attendances.map(({ name, delegation, room }) => [plainText(name), plainText(badge(delegation)), plainText(room)]) }
        : { kind: 'paragraph', runs: plainText(t('attendance.nobody')) },
      { kind: 'heading', level: 2, text: t('protocol.decisions') },
      decisions.length ? { kind: 'table', header: [t('protocol.point'), t('entry.kinds.decision')], widths: [1, 9], rows: decisions.map(({ entry, number }) => [plainText(String(number)), plainText(entry.body)]) } : { kind: 'paragraph', runs: plainText(t('protocol.none')) },
      { kind: 'heading', level: 2, text: t('protocol.actions') },
      actions.length
        ? { kind: 'table', header: [t('protocol.point'), t('entry.kinds.action'), t('entry.who'), t('entry.until')], widths: [1, 5, 2, 2], rows: actions.map(({ entry, number }) => [plainText(String(number)), plainText(entry.body), plainText(doer(entry)), plainText(due(entry))]) }
        : { kind: 'paragraph', runs: plainText(t('protocol.none')) },
      { kind: 'heading', level: 2, text: t('agenda.title') },
      ...(meeting.points.length ? meeting.points.flatMap(point) : [{ kind: 'paragraph', runs: plainText(t('agenda.empty-wait')) } satisfies PrintBlock]),
    ],
  };
}

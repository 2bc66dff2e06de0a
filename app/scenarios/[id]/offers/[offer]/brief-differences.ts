import { evidenceWords, reasonWords } from '@/app/scenarios/[id]/cell-words';
import { itemLabel } from '@/app/scenarios/item-label';
import type { RichTextDiff } from '@/lib/diff/diff-rich-text';
import { diffScenario } from '@/lib/diff/diff-scenario';
import { excerptDiff, shortened, type ExcerptPart } from '@/lib/diff/excerpt-diff';
import { listChanges } from '@/lib/diff/list-changes';
import type { Marks } from '@/lib/diff/rich-lines';
import type { ScenarioDiff, ValueChange } from '@/lib/diff/scenario-diff';
import { evidenceName, type Evidence } from '@/lib/domain/evidence';
import { parseItemName } from '@/lib/domain/items';
import { colonIn, languages, textIn, type Language, type Localized } from '@/lib/domain/languages';
import { phases } from '@/lib/domain/phases';
import { dimensions, type Change, type Scenario } from '@/lib/domain/scenario';
import type { PrintRun, PrintText } from '@/lib/print/print-document';
import type { PrintWords } from './print-words';

/** The longest name that is shown whole beside another one. */
const longestLabel = 80;

/** One item in which two versions differ, as a brief tells it in so much room (as `lengthOf` counts). */
export type Difference = (room: number) => PrintText;

/**
 * In what two versions differ, item by item as in `listChanges`, word by word within: the most important first (cells, wording in
 * an authentic language, the network, other wording).
 * @param authentic the languages in which the wording is binding
 */
export function differencesOf(before: Scenario, after: Scenario, authentic: readonly Language[], words: PrintWords): Difference[] {
  const diff = diffScenario(before, after);
  const details = detailsOf(diff, before, after, words);
  return listChanges(diff)
    .map(({ item, kinds }, index) => ({ item, kinds, index, rank: rankOf(item, authentic) }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ item, kinds }): Difference => (room) => {
      // what was dropped has its name in the version before
      const label = shortened(itemLabel(item, [after, before], words.language, words.item), 2 * longestLabel);
      if (kinds.includes('added')) return [{ text: label, mark: 'inserted' }, { text: ` – ${words.compare('kinds.added')}`, soft: true }, ...(details.get(item)?.(room) ?? [])];
      if (kinds.includes('dropped')) return [{ text: label, mark: 'deleted' }, { text: ` – ${words.compare('kinds.dropped')}`, soft: true }];
      return [{ text: `${label}${colonIn(words.language)}`, bold: true }, ...(details.get(item)?.(room) ?? [])];
    });
}

function rankOf(name: string, authentic: readonly Language[]): number {
  const item = parseItemName(name);
  if (item?.kind === 'cell') return 0;
  if (item?.kind === 'scenario') return 1;
  if (item?.kind === 'section') return authentic.includes(item.language) ? 1 : 3;
  return 2;
}

/** What has become of each item beside that it came or went, by its name. */
function detailsOf(diff: ScenarioDiff, before: Scenario, after: Scenario, words: PrintWords): ReadonlyMap<string, Difference> {
  const { language, compare, figures, agreement, item, claim: verdict } = words;
  const details = new Map<string, Difference>();
  const label = (text: Localized | undefined): string => (text && textIn(text, language)) || item('unnamed');
  const enterprise = (id: string | null, scenario: Scenario): string => (id === null ? compare('no-enterprise') : label(scenario.enterprises.find((each) => each.id === id)?.name));
  const role = (id: string, scenario: Scenario): string => label(scenario.roles.find((each) => each.id === id)?.label);
  const judged = (change: Change | null): string => agreement(`reading.change.${change ?? 'null'}`);
  const yesNo = (value: boolean): string => compare(value ? 'yes' : 'no');
  const labelIn = (scenario: Scenario, list: 'roles' | 'relations' | 'enterprises', id: string): Localized | undefined => {
    if (list === 'enterprises') return scenario.enterprises.find((each) => each.id === id)?.name;
    return scenario[list].find((each) => each.id === id)?.label;
  };
  const renamed = (changed: object, list: 'roles' | 'relations' | 'enterprises', id: string): PrintText[] =>
    languages
      .filter((each) => each in changed)
      .map((each) => fact(item(`languages.${each}`), became(labelIn(before, list, id)?.[each] ?? '', labelIn(after, list, id)?.[each] ?? '')));

  const { title, origin, bestPractice, leadingLanguage } = diff;
  details.set('scenario', (room) =>
    joined([
      ...languages.flatMap((each) => (title[each] ? [fact(compare('title-in', { language: item(`languages.${each}`) }), marked(excerptDiff(title[each], room)))] : [])),
      ...(origin ? [fact(compare('kinds.origin'), became(origin.from, origin.to))] : []),
      ...(bestPractice ? [fact(compare('kinds.best-practice'), became(bestPractice.from, bestPractice.to))] : []),
      ...(leadingLanguage ? [fact(compare('kinds.leading-language'), became(item(`languages.${leadingLanguage.from}`), item(`languages.${leadingLanguage.to}`)))] : []),
    ]),
  );
  for (const { section, language: own, diff: wording } of diff.sections) details.set(`section:${section}:${own}`, (room) => marked(excerptDiff(partsOf(wording, words), room)));
  for (const { id, label: relabelled, phases: placements } of diff.roles.changed) {
    details.set(`role:${id}`, () =>
      joined([
        ...renamed(relabelled, 'roles', id),
        ...phases.flatMap((phase): PrintText[] => {
          const moved = placements[phase];
          if (!moved) return [];
          if (!moved.from || !moved.to) return [stands(figures(phase), moved.to !== null, words)];
          if (moved.from.enterprise === moved.to.enterprise) return [];
          return [fact(compare('in-phase', { change: compare('kinds.moved'), phase: figures(phase) }), became(enterprise(moved.from.enterprise, before), enterprise(moved.to.enterprise, after)))];
        }),
      ]),
    );
  }
  const end = (name: string, change: ValueChange<string> | undefined): PrintText[] => (change ? [fact(name, became(role(change.from, before), role(change.to, after)))] : []);
  for (const { id, label: relabelled, kind, source, target, phases: stood } of diff.relations.changed) {
    details.set(`relation:${id}`, () =>
      joined([
        ...renamed(relabelled, 'relations', id),
        ...end(compare('source'), source),
        ...end(compare('target'), target),
        ...(kind ? [fact(compare('kinds.kind'), became(figures(kind.from ?? 'unspecified'), figures(kind.to ?? 'unspecified')))] : []),
        ...(stood ? phases.filter((phase) => stood.from.includes(phase) !== stood.to.includes(phase)).map((phase) => stands(figures(phase), stood.to.includes(phase), words)) : []),
      ]),
    );
  }
  for (const { id } of diff.enterprises.added) {
    // its cells came with it
    details.set(`enterprise:${id}`, () => {
      const own = diff.cells.filter((cell) => cell.enterprise === id && cell.change);
      return own.length ? [{ text: ' · ' }, ...joined(dimensions.flatMap((dimension) => own.filter((cell) => cell.dimension === dimension).map(({ change }) => fact(item(`dimensions.${dimension}`), became(null, judged(change!.to))))))] : [];
    });
  }
  for (const { id, name, newInFuture, claim, claimReason } of diff.enterprises.changed) {
    details.set(`enterprise:${id}`, (room) =>
      joined([
        ...renamed(name, 'enterprises', id),
        ...(newInFuture ? [fact(compare('kinds.new-in-future'), became(yesNo(newInFuture.from), yesNo(newInFuture.to)))] : []),
        ...(claim ? [fact(compare('kinds.claim'), became(verdict(claim.from ?? 'unstated'), verdict(claim.to ?? 'unstated')))] : []),
        ...(claimReason ? [fact(compare('claim-reason'), marked(excerptDiff(claimReason, room)))] : []),
      ]),
    );
  }
  const reason = (id: string, scenario: Scenario): string => reasonWords(id, [scenario], language, words.reason);
  const names = (each: Evidence, scenario: Scenario): string => evidenceWords(each, [scenario], language, item);
  for (const { enterprise: of, dimension, change, rationale, before: today, after: future, reasons, renamedReasons, evidence } of diff.cells) {
    details.set(`cell:${of}:${dimension}`, (room) =>
      joined([
        ...(change ? [became(judged(change.from), judged(change.to))] : []),
        ...(today ? [fact(compare('cell.state-before'), marked(excerptDiff(today, room)))] : []),
        ...(future ? [fact(compare('cell.state-after'), marked(excerptDiff(future, room)))] : []),
        ...(rationale ? [marked(excerptDiff(rationale, room))] : []),
        ...named(compare('cell.reasons'), reasons, (id) => id, { from: (id) => reason(id, before), to: (id) => reason(id, after) }),
        ...(renamedReasons ?? []).map((id) => fact(compare('cell.reasons'), became(reason(id, before), reason(id, after)))),
        ...named(compare('cell.evidence'), evidence, evidenceName, { from: (each) => names(each, before), to: (each) => names(each, after) }),
      ]),
    );
  }
  return details;
}

/** What of a list was dropped, and what was added. */
function named<T>(name: string, change: ValueChange<readonly T[]> | undefined, idOf: (each: T) => string, wordsOf: { readonly from: (each: T) => string; readonly to: (each: T) => string }): PrintText[] {
  if (!change) return [];
  const missing = (these: readonly T[], those: readonly T[]): T[] => these.filter((each) => !those.some((other) => idOf(other) === idOf(each)));
  const parts = [...missing(change.from, change.to).map((each) => became(wordsOf.from(each), null)), ...missing(change.to, change.from).map((each) => became(null, wordsOf.to(each)))];
  return parts.length ? [fact(name, parts.flatMap((part, index): PrintText => (index ? [{ text: ' ' }, ...part] : part)))] : [];
}

/** A value and what became of it; null: there is none. */
function became(from: string | null, to: string | null): PrintText {
  const side = (text: string | null, mark: 'deleted' | 'inserted'): PrintRun[] => (text ? [{ text: shortened(text, longestLabel), mark }] : []);
  const [old, now] = [side(from, 'deleted'), side(to, 'inserted')];
  return [...old, ...(old.length && now.length ? [{ text: ' → ' }] : []), ...now];
}

const fact = (name: string, value: PrintText): PrintText => [{ text: `${name} `, soft: true }, ...value];

const stands = (phase: string, does: boolean, { compare }: PrintWords): PrintText => fact(compare('kinds.stands'), [{ text: phase, mark: does ? 'inserted' : 'deleted' }]);

const joined = (texts: readonly PrintText[]): PrintText => texts.flatMap((text, index) => (index ? [{ text: ' · ' }, ...text] : text));

function marked(parts: readonly ExcerptPart[]): PrintText {
  return parts.flatMap(({ kind, text }, index): PrintRun[] => {
    const line = text.replaceAll('\n', ' ');
    // a gap between a word and the one in its place
    const gap: PrintRun[] = kind === 'inserted' && parts[index - 1]?.kind === 'deleted' && !/\s$/.test(parts[index - 1]!.text) ? [{ text: ' ' }] : [];
    if (kind === 'inserted' || kind === 'deleted') return [...gap, { text: line, mark: kind }];
    return [kind === 'same' ? { text: line } : { text: ` ${line} `, soft: true }];
  });
}

/** Long wording in one line: a sign for each end of a paragraph that came or went, and a note for words that are set otherwise. */
function partsOf(diff: RichTextDiff, { compare }: PrintWords): ExcerptPart[] {
  const look = ({ bold, italic, role, link }: Marks): string => [bold && compare('bold'), italic && compare('italic'), role && compare('role-name'), link].filter(Boolean).join(compare('comma')) || compare('plain');
  return merged(
    diff.flatMap((part): ExcerptPart[] => {
      if (part.kind === 'marked') return [{ kind: 'same', text: part.text }, { kind: 'note', text: `(${compare('marked', { from: look(part.from), to: look(part.to) })})` }];
      if (part.kind !== 'line') return [{ kind: part.kind, text: part.text }];
      if (part.change === 'reshaped') return [{ kind: 'note', text: compare('paragraph-reshaped') }, { kind: 'same', text: '\n' }];
      return [part.change === 'same' ? { kind: 'same', text: '\n' } : { kind: part.change, text: ' ¶ ' }];
    }),
  );
}

/** Neighbours of one kind as one, as in a `TextDiff`; without the line feed at the very end. */
function merged(parts: readonly ExcerptPart[]): ExcerptPart[] {
  const all: ExcerptPart[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (last?.kind === part.kind && part.kind !== 'note') all[all.length - 1] = { ...last, text: last.text + part.text };
    else all.push(part);
  }
  const end = all.at(-1);
  if (end?.kind !== 'same') return all;
  const text = end.text.trimEnd();
  return text ? [...all.slice(0, -1), { ...end, text }] : all.slice(0, -1);
}

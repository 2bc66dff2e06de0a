import { useTranslations } from 'next-intl';
import { RichTextView } from '@/app/components/RichTextView';
import { langOf } from '@/app/components/lang-of';
import { diffRichText } from '@/lib/diff/diff-rich-text';
import { diffText } from '@/lib/diff/diff-text';
import type { ItemContent } from '@/lib/document/read-item';
import { parseItemName } from '@/lib/domain/items';
import { isLanguage, textIn, type Language, type Localized } from '@/lib/domain/languages';
import { isStandardReason } from '@/lib/domain/reasons';
import { claims } from '@/lib/domain/scenario';
import { DiffText } from '../compare/DiffText';
import { DiffWording } from '../compare/DiffWording';

export interface HistoryContentProps {
  readonly item: string;
  readonly content: ItemContent;
  /** Undefined: not known on this page; null: there was nothing. */
  readonly previous: ItemContent | undefined;
  readonly language: Language;
  readonly names: Readonly<Record<string, Localized>>;
}

/** One wording of an item, with what differs from the one before. */
export function HistoryContent({ item, content, previous, language, names }: HistoryContentProps) {
  const t = useTranslations('history');
  if (content === null) return <p>{t('deleted')}</p>;
  if ('wording' in content) {
    const parsed = parseItemName(item);
    const diff = previous === undefined ? null : diffRichText(previous && 'wording' in previous ? previous.wording : [], content.wording);
    return (
      <div lang={parsed?.kind === 'section' ? langOf(parsed.language) : undefined} className="prose">
        {diff ? <DiffWording diff={diff} brief /> : content.wording.length ? <RichTextView text={content.wording} /> : <p className="text-soft">{t('no-text')}</p>}
      </div>
    );
  }
  return <Values values={content.values} previous={previous && 'values' in previous ? previous.values : previous === undefined ? undefined : {}} language={language} names={names} />;
}

interface ValuesProps {
  readonly values: Readonly<Record<string, string | null>>;
  readonly previous: Readonly<Record<string, string | null>> | undefined;
  readonly language: Language;
  readonly names: Readonly<Record<string, Localized>>;
}

/** What an entity or cell says, a line each for what differs from before; all of it where nothing came before. */
function Values({ values, previous, language, names }: ValuesProps) {
  const t = useTranslations('history');
  const nameOf = useValueNames(language, names);
  const keys = [...new Set([...Object.keys(values), ...Object.keys(previous ?? {})])].filter((key) => t.has(`values.${fieldOf(key)}`));
  const changed = previous ? keys.filter((key) => (values[key] ?? '') !== (previous[key] ?? '')) : keys;
  const shown = changed.flatMap((key) => {
    const now = nameOf(key, values[key] ?? null);
    const before = previous ? nameOf(key, previous[key] ?? null) : '';
    return previous && now === before ? [] : !now && !before ? [] : [{ key, now, before }];
  });
  if (shown.length === 0) return <p className="text-soft">{t('nothing-said')}</p>;
  return (
    <dl className="grid grid-cols-1 gap-x-4 sm:grid-cols-[auto_1fr]">
      {shown.map(({ key, now, before }) => {
        const diff = previous ? diffText(before, now) : null;
        return (
          <div key={key} className="contents">
            <dt className="text-sm text-soft">{t(`values.${fieldOf(key)}`)}</dt>
            <dd lang={languageOf(key)} className="whitespace-pre-wrap [overflow-wrap:anywhere]">
              {diff ? <DiffText diff={diff} /> : now}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** Keys of the document, as names of messages. */
const fieldOf = (key: string): string => key.replaceAll(':', '-');
const languageOf = (key: string): string | undefined => {
  const last = key.split(':')[1];
  return isLanguage(last) ? langOf(last) : undefined;
};

/** How a value is called: ids by what they stand for, codes by their words, texts as they are. */
function useValueNames(language: Language, names: Readonly<Record<string, Localized>>): (key: string, value: string | null) => string {
  const t = useTranslations('history');
  const claimNames = useTranslations('assessment.claim') as (key: string) => string;
  const reasonNames = useTranslations('reasons') as (key: string) => string;
  const figures = useTranslations('figures');
  const words = useTranslations('agreement');
  const named = (id: string): string => (id === '' ? '' : Object.hasOwn(names, id) ? textIn(names[id]!, language) || words('item.unnamed') : t('gone'));
  return (key, value) => {
    if (key.startsWith('enterprise:') || key === 'source' || key === 'target') {
      return named(value ?? '');
    }
    if (key === 'before' || key === 'after' || key === 'newInFuture') return t(value === 'true' ? 'yes' : 'no');
    if (key === 'claim') return claims.some((claim) => claim === value) ? claimNames(value!) : '';
    if (key === 'leadingLanguage') return isLanguage(value) ? words(`item.languages.${value}`) : '';
    if (key === 'kind') return value === 'product' || value === 'data' ? figures(value) : figures('unspecified');
    if (key === 'change') return value === 'significant' || value === 'none' || value === 'not-applicable' ? words(`reading.change.${value}`) : words('reading.change.null');
    if (key === 'reasons') return (value ?? '').split('\n').map((id) => (isStandardReason(id) ? reasonNames(id) : named(id))).join('\n');
    // a passage stands there with its words between English quotes, a role or relation by its name
    if (key === 'evidence') return (value ?? '').split('\n').map((line) => (/^(role|relation):/.test(line) ? named(line.slice(line.indexOf(':') + 1)) : line && words('item.quote', { words: line.slice(1, -1) }))).join('\n');
    return value ?? '';
  };
}

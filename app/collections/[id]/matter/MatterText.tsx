'use client';
import type { Editor } from '@tiptap/react';
import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '@/app/components/Button';
import { DelegationBadge } from '@/app/components/DelegationBadge';
import { RichTextView } from '@/app/components/RichTextView';
import { useShownName } from '@/app/components/use-shown-name';
import { FailureNote } from '@/app/scenarios/[id]/panel/FailureNote';
import { MatterEditor } from './MatterEditor';
import { useMatterText, type MatterTextProps } from './use-matter-text';

export interface MatterTextViewProps extends MatterTextProps {
  readonly onFocus: (editor: Editor) => void;
  readonly onGone: (editor: Editor) => void;
  readonly onLink: (editor: Editor) => void;
}

/** A text of the front or back matter in one language, to be written; where two wrote at once, both stand there until one of them decides. */
export function MatterText({ onFocus, onGone, onLink, ...props }: MatterTextViewProps) {
  const { section, language } = props;
  const t = useTranslations('collections.matter');
  const names = useTranslations('agreement.item.languages');
  const format = useFormatter();
  const shownName = useShownName();
  const { state, unsaved, failure, tell, type, composing } = useMatterText(props);
  const { text, theirs } = state;
  const label = t('text-of', { section: t(`sections.${section}`), language: names(language) });
  return (
    <>
      <p role="status" data-matter={theirs ? 'conflict' : failure ? 'failed' : unsaved ? 'unsaved' : 'saved'} className="min-h-6 text-sm text-soft">
        {theirs ? t('conflict') : unsaved ? t('unsaved') : state.stored.version > 0 ? t('saved') : null}
      </p>
      {failure && <FailureNote failure={failure} />}
      {theirs && (
        <section aria-label={t('theirs')} className="mb-2 rounded border border-caution bg-caution-soft px-2 py-1">
          <p className="flex flex-wrap items-center gap-x-2 text-sm text-caution">
            {t('theirs')}
            {theirs.changedBy && (
              <span className="inline-flex items-center gap-1">
                <DelegationBadge code={theirs.changedBy.delegation} observers /> {shownName(theirs.changedBy)}
              </span>
            )}
            {theirs.changedAt && <time dateTime={theirs.changedAt}>{format.dateTime(new Date(theirs.changedAt), { timeStyle: 'short' })}</time>}
          </p>
          <div className="prose">{theirs.text.length ? <RichTextView text={theirs.text} /> : <p className="text-soft">{t('empty')}</p>}</div>
          <p className="flex flex-wrap gap-2 py-1">
            <Button size="small" onClick={() => tell({ kind: 'keep-mine' })}>
              {t('keep-mine')}
            </Button>
            <Button size="small" onClick={() => tell({ kind: 'take-theirs' })}>
              {t('take-theirs')}
            </Button>
          </p>
        </section>
      )}
      <MatterEditor
        language={language}
        text={text}
        label={label}
        placeholder={t(`placeholders.${section}`)}
        composing={composing}
        onChange={type}
        onFocus={onFocus}
        onGone={onGone}
        onLink={onLink}
      />
    </>
  );
}

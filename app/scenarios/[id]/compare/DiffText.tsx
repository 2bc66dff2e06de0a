import { useTranslations } from 'next-intl';
import { Fragment, type ReactNode } from 'react';
import type { TextDiff } from '@/lib/diff/diff-text';
import { Deleted, Inserted } from './Marked';

/**
 * A plain text with what was put in and taken out.
 * @param paragraphs its line feeds are ends of paragraphs, which are part of what is compared: they are shown as ¶
 */
export function DiffText({ diff, paragraphs = false }: { readonly diff: TextDiff; readonly paragraphs?: boolean }) {
  return diff.map(({ kind, text }, index) => {
    const shown = paragraphs ? <Paragraphs text={text} breaks={kind !== 'deleted'} /> : text;
    return kind === 'inserted' ? <Inserted key={index}>{shown}</Inserted> : kind === 'deleted' ? <Deleted key={index}>{shown}</Deleted> : <Fragment key={index}>{shown}</Fragment>;
  });
}

/** @param breaks false: what follows stands on the same line, since there is no paragraph's end any more */
function Paragraphs({ text, breaks }: { readonly text: string; readonly breaks: boolean }): ReactNode {
  const t = useTranslations('compare');
  return text.split('\n').map((line, index) => (
    <Fragment key={index}>
      {index > 0 && (
        <>
          <span aria-hidden className="text-soft">
            ¶
          </span>
          <span className="sr-only"> {t('paragraph-end')} </span>
          {breaks ? '\n' : ' '}
        </>
      )}
      {line}
    </Fragment>
  ));
}

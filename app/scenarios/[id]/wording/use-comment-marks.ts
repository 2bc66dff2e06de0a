'use client';
import { useMemo } from 'react';
import { useOpenAgreement } from '../panel/AgreementProvider';
import type { CommentMark } from './comment-marks';

const noMarks: readonly CommentMark[] = [];

/** The ranges of a section's text that open threads are about, and the one that somebody is about to comment on. @param item its `itemName` */
export function useCommentMarks(item: string): readonly CommentMark[] {
  const agreement = useOpenAgreement();
  const threads = agreement?.threads.value;
  const range = agreement?.range?.item === item ? agreement.range : null;
  return useMemo(() => {
    const marks: CommentMark[] = (threads ?? []).flatMap(({ id, item: about, anchor, resolved }) => (about === item && anchor && !resolved ? [{ thread: id, anchor }] : []));
    if (range) marks.push({ thread: null, anchor: range.anchor });
    return marks.length ? marks : noMarks;
  }, [threads, range, item]);
}

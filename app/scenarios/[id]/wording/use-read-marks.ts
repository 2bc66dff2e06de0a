'use client';
import { useEffect, type RefObject } from 'react';
import type * as Y from 'yjs';
import { plainSection, resolveAnchor } from '@/lib/document/text-anchors';
import type { RichText } from '@/lib/domain/rich-text';
import type { CommentMark } from './comment-marks';
import { domRangesOf } from './dom-range';

/** Name of the highlight in wording.css. */
const highlightName = 'comment-mark';
/** What each text on the page highlights; the browser knows one set for all. */
const shown = new Map<object, readonly Range[]>();

function show(owner: object, ranges: readonly Range[]): void {
  if (ranges.length) shown.set(owner, ranges);
  else if (!shown.delete(owner)) return;
  CSS.highlights.set(highlightName, new Highlight(...[...shown.values()].flat()));
}

/**
 * Shows in a text that is only read which words are discussed, where the browser can (CSS custom highlights): without an
 * editor, and without a change to what is rendered.
 * @param marks null: an editor shows them
 */
export function useReadMarks(root: RefObject<HTMLElement | null>, fragment: Y.XmlFragment, marks: readonly CommentMark[] | null, text: RichText): void {
  useEffect(() => {
    const element = root.current;
    if (!element || !marks?.length || typeof Highlight === 'undefined') return;
    const plain = plainSection(fragment);
    const owner = {};
    show(
      owner,
      marks.flatMap(({ anchor }) => {
        const range = resolveAnchor(fragment, anchor, plain);
        return range ? domRangesOf(element, range) : [];
      }),
    );
    return () => show(owner, []);
  }, [root, fragment, marks, text]);
}

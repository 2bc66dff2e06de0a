import { Fragment } from 'react';
import type { TextDiff } from '@/lib/diff/diff-text';
import { Deleted, Inserted } from './Marked';

/** A plain text with what was put in and taken out. */
export function DiffText({ diff }: { readonly diff: TextDiff }) {
  return diff.map(({ kind, text }, index) =>
    kind === 'inserted' ? <Inserted key={index}>{text}</Inserted> : kind === 'deleted' ? <Deleted key={index}>{text}</Deleted> : <Fragment key={index}>{text}</Fragment>,
  );
}

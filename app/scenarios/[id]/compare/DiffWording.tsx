import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import { Fragment, type ReactNode } from 'react';
import { RoleName } from '@/app/components/RoleName';
import type { RichPart, RichTextDiff } from '@/lib/diff/diff-rich-text';
import type { LineShape, Marks } from '@/lib/diff/rich-lines';
import { Deleted, Inserted } from './Marked';

type TextPart = Exclude<RichPart, { kind: 'line' }>;
interface Line {
  readonly parts: readonly TextPart[];
  readonly end: Extract<RichPart, { kind: 'line' }>;
  readonly shape: LineShape;
  /** Of the item in each of the lists around. */
  readonly numbers: readonly number[];
}

/** By depth within lists. */
const indents = ['', '', 'ms-5', 'ms-10', 'ms-15', 'ms-20'] as const;

/**
 * Long wording with what was put in, taken out and marked otherwise; every paragraph and item of a list is a line.
 * @param brief shows three dots for lines in which nothing has changed
 */
export function DiffWording({ diff, brief = false }: { readonly diff: RichTextDiff; readonly brief?: boolean }) {
  const t = useTranslations('compare');
  return linesOf(diff).map(({ parts, end, shape, numbers }, index, lines) => {
    if (brief && isUnchanged(lines[index]!)) return index > 0 && isUnchanged(lines[index - 1]!) ? null : <p key={index}>…</p>;
    const note = noteOf(end);
    return (
      <div key={index} dir="auto" className={clsx('mb-2 flex gap-1.5', indents[Math.min(shape.length, indents.length - 1)], (end.change === 'inserted' || end.change === 'deleted') && 'border-l-2 border-edge pl-2')}>
        {shape.length > 0 && <span className="shrink-0 text-soft">{markerOf(shape, numbers)}</span>}
        <p className="min-w-0 [overflow-wrap:anywhere]">
          {parts.map((part, position) => (
            <Part key={position} part={part} />
          ))}
          {note && <span className="ml-1 text-sm text-soft">{t(note)}</span>}
        </p>
      </div>
    );
  });
}

function linesOf(diff: RichTextDiff): Line[] {
  const lines: Line[] = [];
  let parts: TextPart[] = [];
  for (const part of diff) {
    if (part.kind !== 'line') {
      parts.push(part);
      continue;
    }
    const shape = part.change === 'reshaped' ? part.to : part.shape;
    lines.push({ parts, end: part, shape, numbers: counted(lines.at(-1)?.numbers ?? [], shape) });
    parts = [];
  }
  return lines;
}

const isUnchanged = ({ parts, end }: Line): boolean => end.change === 'same' && parts.every(({ kind }) => kind === 'same');

/** What is to be said of the end of a paragraph, beside what its words show. */
function noteOf(end: Extract<RichPart, { kind: 'line' }>): 'paragraph-inserted' | 'paragraph-deleted' | 'paragraph-reshaped' | null {
  if (end.change === 'inserted') return 'paragraph-inserted';
  if (end.change === 'deleted') return 'paragraph-deleted';
  const look = (shape: LineShape): string => shape.map(({ list }) => list).join();
  return end.change === 'reshaped' && look(end.from) !== look(end.to) ? 'paragraph-reshaped' : null;
}

/** The numbers of the items that are open after this line. */
function counted(before: readonly number[], shape: LineShape): number[] {
  return shape.map(({ opens }, depth) => (opens === 'list' ? 1 : (before[depth] ?? 0) + (opens === 'item' ? 1 : 0)));
}

function markerOf(shape: LineShape, numbers: readonly number[]): string {
  const step = shape.at(-1)!;
  if (step.opens === null) return '\u2003';
  return step.list === 'bullet-list' ? '•' : `${numbers.at(-1)}.`;
}

function Part({ part }: { readonly part: TextPart }) {
  const t = useTranslations('compare');
  switch (part.kind) {
    case 'same':
      return marked(part.text, part.marks);
    case 'inserted':
      return <Inserted>{marked(part.text, part.marks)}</Inserted>;
    case 'deleted':
      return <Deleted>{marked(part.text, part.marks)}</Deleted>;
    case 'marked':
      return (
        <span className="border-b-2 border-dotted border-accent">
          {marked(part.text, part.to)}
          <span className="ml-1 text-sm text-soft">({t('marked', { from: named(part.from, t), to: named(part.to, t) })})</span>
        </span>
      );
  }
}

function named({ bold, italic, role, link }: Marks, t: (key: 'bold' | 'italic' | 'role-name' | 'plain' | 'comma') => string): string {
  return [bold && t('bold'), italic && t('italic'), role && t('role-name'), link].filter(Boolean).join(t('comma')) || t('plain');
}

function marked(text: string, { bold, italic, role, link }: Marks): ReactNode {
  let shown: ReactNode = text.split('\n').map((line, index) => (
    <Fragment key={index}>
      {index > 0 && <br />}
      {line}
    </Fragment>
  ));
  if (bold) shown = <strong>{shown}</strong>;
  if (italic) shown = <em>{shown}</em>;
  if (role) shown = <RoleName>{shown}</RoleName>;
  if (link)
    shown = (
      <a href={link} rel="noreferrer noopener" target="_blank" className="underline">
        {shown}
      </a>
    );
  return shown;
}

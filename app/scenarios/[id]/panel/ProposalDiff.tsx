import { useTranslations } from 'next-intl';
import type { Proposal } from '@/lib/comments/thread';
import { diffText } from '@/lib/diff/diff-text';
import { DiffText } from '../compare/DiffText';
import { Became } from '../compare/Marked';

/** What a proposed change would change, word by word; in wording with the ends of paragraphs. */
export function ProposalDiff({ proposal: { part, before, after } }: { readonly proposal: Pick<Proposal, 'part' | 'before' | 'after'> }) {
  const t = useTranslations('comments');
  const value = (change: string): string => t(`change.${change || 'open'}`);
  const diff = part === 'change' ? null : diffText(before, after);
  return (
    <p dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
      {part === 'change' ? <Became from={value(before)} to={value(after)} /> : diff && <DiffText diff={diff} paragraphs={part === 'range'} />}
    </p>
  );
}

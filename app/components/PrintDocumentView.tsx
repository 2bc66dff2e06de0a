import { clsx } from 'clsx';
import { Fragment, type ReactNode } from 'react';
import { colonIn } from '@/lib/domain/languages';
import { breakable } from '@/lib/figures/breakable';
import type { PrintBlock, PrintDocument, PrintText } from '@/lib/print/print-document';
import { langOf } from './lang-of';

/** How the head of a table is set. */
const headerText = { fontSize: 13, fontWeight: '600' } as const;

/** What is read out around a text that was put in or taken out, where its mark cannot be seen. */
export interface MarkWords {
  readonly inserted: string;
  readonly deleted: string;
  readonly end: string;
}

/** A document that can be printed, as part of a page: the same words in the same order as in its PDF. */
export function PrintDocumentView({ document, marks }: { readonly document: PrintDocument; readonly marks?: MarkWords }) {
  return (
    <article lang={langOf(document.language)} className={clsx('flex flex-col gap-3 [overflow-wrap:break-word]', document.compact && 'print:gap-1 print:text-[8.5pt] print:leading-[1.36]')}>
      {document.blocks.map((block, index) => (
        <Block key={index} block={block} language={document.language} isCompact={document.compact ?? false} marks={marks} />
      ))}
      {document.footer && <footer className={clsx('mt-4 border-t pt-2 text-sm text-soft break-all', document.compact && 'print:mt-1 print:pt-1 print:text-[7.5pt]')}>{document.footer}</footer>}
    </article>
  );
}

interface BlockProps {
  readonly language: PrintDocument['language'];
  readonly block: PrintBlock;
  readonly isCompact: boolean;
  readonly marks: MarkWords | undefined;
}

function Block({ block, language, isCompact, marks }: BlockProps) {
  switch (block.kind) {
    case 'heading': {
      const Heading = `h${block.level}` as const;
      return <Heading className={clsx('font-semibold', { 1: 'text-2xl', 2: 'mt-3 text-lg', 3: 'mt-1' }[block.level], isCompact && { 1: 'print:text-[14pt] print:leading-tight', 2: 'print:mt-1 print:text-[10.5pt] print:leading-tight', 3: 'print:mt-0' }[block.level])}>{block.text}</Heading>;
    }
    case 'paragraph':
      return (
        <p>
          <Runs runs={block.runs} marks={marks} />
        </p>
      );
    case 'facts':
      return (
        <dl className={clsx('grid grid-cols-1 gap-x-4 gap-y-1 sm:grid-cols-[minmax(9rem,auto)_1fr]', isCompact && 'print:gap-y-0')}>
          {block.facts.map(({ label, value }, index) => (
            <div key={index} className="contents">
              <dt className="text-soft max-sm:mt-1">{label}</dt>
              <dd className="min-w-0">
                <Runs runs={value} marks={marks} />
              </dd>
            </div>
          ))}
        </dl>
      );
    case 'table':
      return (
        // in a small window a row becomes a block, so that nothing has to be pushed sideways
        <table className={clsx('w-full border-collapse text-left text-sm', isCompact && 'print:text-[8pt] print:leading-[1.36]')}>
          <thead className="max-sm:sr-only">
            <tr>
              {block.header.map((text, index) => (
                <th key={index} scope="col" className="border border-edge bg-sunken px-2 py-1 align-top font-semibold print:py-0.5">
                  {breakable(text, headerText, 640 / block.header.length)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row, at) => (
              <tr key={at} className="break-inside-avoid max-sm:mb-2 max-sm:block max-sm:border max-sm:border-edge">
                {row.map((cell, index) => (
                  <td key={index} className="border border-edge px-2 py-1 align-top max-sm:block max-sm:border-0 print:py-0.5">
                    {index > 0 && (
                      <span aria-hidden className="text-soft sm:hidden">
                        {block.header[index]}
                        {colonIn(language)}
                      </span>
                    )}
                    <Runs runs={cell} marks={marks} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List className={clsx('flex flex-col gap-1 pl-5', isCompact && 'print:gap-px', block.ordered ? 'list-decimal' : 'list-disc')}>
          {block.items.map((item, index) => (
            <li key={index}>
              <Runs runs={item} marks={marks} />
            </li>
          ))}
        </List>
      );
    }
    // of reports, which are files only
    case 'figure':
    case 'cover':
    case 'contents':
    case 'part':
      return null;
    case 'page-break':
      return <hr className="my-4 print:break-after-page print:border-0" />;
  }
}

function Runs({ runs, marks }: { readonly runs: PrintText; readonly marks: MarkWords | undefined }) {
  return runs.map((run, index) => {
    const text = run.text.split('\n').map((line, at) => (
      <Fragment key={at}>
        {at > 0 && <br />}
        {line}
      </Fragment>
    ));
    // a hash breaks anywhere, so that it takes no room from the words in the columns beside it
    const look = clsx(run.bold && 'font-semibold', run.italic && 'italic', run.soft && 'text-soft', /\S{40}/.test(run.text) && '[overflow-wrap:anywhere]', run.badge && 'whitespace-nowrap rounded-sm border border-edge text-[0.85em]');
    if (run.mark) return <Marked key={index} mark={run.mark} words={marks}>{text}</Marked>;
    return run.link ? (
      <a key={index} href={run.link} className={clsx(look, 'text-accent underline underline-offset-2')}>
        {text}
      </a>
    ) : (
      <span key={index} className={look || undefined}>
        {text}
      </span>
    );
  });
}

/** By signs as well as by colour; words say it to whoever sees neither. */
function Marked({ mark, words, children }: { readonly mark: 'inserted' | 'deleted'; readonly words: MarkWords | undefined; readonly children: ReactNode }) {
  const Mark = mark === 'inserted' ? 'ins' : 'del';
  return (
    <Mark className={mark === 'inserted' ? 'rounded-sm bg-accent-soft text-accent underline decoration-2 underline-offset-2' : 'rounded-sm bg-caution-soft text-caution line-through decoration-2'}>
      {words && <span className="sr-only">{words[mark]} </span>}
      {children}
      {words && <span className="sr-only"> {words.end}</span>}
    </Mark>
  );
}

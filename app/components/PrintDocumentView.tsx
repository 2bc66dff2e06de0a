import { clsx } from 'clsx';
import { Fragment } from 'react';
import { breakable } from '@/lib/figures/breakable';
import type { PrintBlock, PrintDocument, PrintText } from '@/lib/print/print-document';
import { langOf } from './lang-of';

/** How the head of a table is set. */
const headerText = { fontSize: 13, fontWeight: '600' } as const;

/** A document that can be printed, as part of a page: the same words in the same order as in its PDF. */
export function PrintDocumentView({ document }: { readonly document: PrintDocument }) {
  return (
    <article lang={langOf(document.language)} className="flex flex-col gap-3 [overflow-wrap:break-word]">
      {document.blocks.map((block, index) => (
        <Block key={index} block={block} />
      ))}
      {document.footer && <footer className="mt-4 border-t pt-2 text-sm text-soft break-all">{document.footer}</footer>}
    </article>
  );
}

function Block({ block }: { readonly block: PrintBlock }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = `h${block.level}` as const;
      return <Heading className={clsx('font-semibold', { 1: 'text-2xl', 2: 'mt-3 text-lg', 3: 'mt-1' }[block.level])}>{block.text}</Heading>;
    }
    case 'paragraph':
      return (
        <p>
          <Runs runs={block.runs} />
        </p>
      );
    case 'facts':
      return (
        <dl className="grid grid-cols-1 gap-x-4 gap-y-1 sm:grid-cols-[minmax(9rem,auto)_1fr]">
          {block.facts.map(({ label, value }, index) => (
            <div key={index} className="contents">
              <dt className="text-soft max-sm:mt-1">{label}</dt>
              <dd className="min-w-0">
                <Runs runs={value} />
              </dd>
            </div>
          ))}
        </dl>
      );
    case 'table':
      return (
        // in a small window a row becomes a block, so that nothing has to be pushed sideways
        <table className="w-full border-collapse text-left text-sm">
          <thead className="max-sm:sr-only">
            <tr>
              {block.header.map((text, index) => (
                <th key={index} scope="col" className="border border-edge bg-sunken px-2 py-1 align-top font-semibold">
                  {breakable(text, headerText, 640 / block.header.length)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row, at) => (
              <tr key={at} className="break-inside-avoid max-sm:mb-2 max-sm:block max-sm:border max-sm:border-edge">
                {row.map((cell, index) => (
                  <td key={index} className="border border-edge px-2 py-1 align-top max-sm:block max-sm:border-0">
                    <Runs runs={cell} />
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
        <List className={clsx('flex flex-col gap-1 pl-5', block.ordered ? 'list-decimal' : 'list-disc')}>
          {block.items.map((item, index) => (
            <li key={index}>
              <Runs runs={item} />
            </li>
          ))}
        </List>
      );
    }
    case 'page-break':
      return <hr className="my-4 print:break-after-page print:border-0" />;
  }
}

function Runs({ runs }: { readonly runs: PrintText }) {
  return runs.map((run, index) => {
    const text = run.text.split('\n').map((line, at) => (
      <Fragment key={at}>
        {at > 0 && <br />}
        {line}
      </Fragment>
    ));
    // a hash breaks anywhere, so that it takes no room from the words in the columns beside it
    const look = clsx(run.bold && 'font-semibold', run.italic && 'italic', run.soft && 'text-soft', /\S{40}/.test(run.text) && '[overflow-wrap:anywhere]');
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

import { Fragment, type ReactNode } from 'react';
import { paragraphsOf, type Block, type Inline, type RichText } from '@/lib/domain/rich-text';
import { RoleName } from './RoleName';

/**
 * Long wording to be read: the same on the server and in the browser, without an editor. Stands inside `.prose`.
 * @param concerned paragraphs to be marked, as `paragraphsOf` counts them
 */
export function RichTextView({ text, concerned = [] }: { readonly text: RichText; readonly concerned?: readonly number[] }) {
  return showBlocks(text, concerned, 0);
}

/** @param first how many paragraphs stand before */
function showBlocks(blocks: readonly Block[], concerned: readonly number[], first: number): ReactNode[] {
  const starts = startsOf(blocks.map((block) => [block]), first);
  return blocks.map((block, index) => showBlock(block, index, concerned, starts[index]!));
}

/** How many paragraphs stand before each of some texts that follow each other. Counted once: over thousands of them, a count for each takes minutes. */
function startsOf(texts: readonly RichText[], first: number): number[] {
  let next = first;
  return texts.map((text) => {
    const start = next;
    next += paragraphsOf(text).length;
    return start;
  });
}

function showBlock(block: Block, index: number, concerned: readonly number[], first: number): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return (
        <p key={index} dir="auto" className={concerned.includes(first) && paragraphsOf([block]).length > 0 ? 'concerned' : undefined}>
          {block.content.map(showInline)}
        </p>
      );
    case 'bullet-list':
    case 'ordered-list': {
      const Tag = block.type === 'bullet-list' ? 'ul' : 'ol';
      const starts = startsOf(block.items, first);
      return (
        <Tag key={index}>
          {block.items.map((item, position) => (
            <li key={position}>{showBlocks(item, concerned, starts[position]!)}</li>
          ))}
        </Tag>
      );
    }
  }
}

function showInline(inline: Inline, index: number): ReactNode {
  if (inline.type === 'break') return <br key={index} />;
  let shown: ReactNode = inline.text;
  if (inline.bold) shown = <strong>{shown}</strong>;
  if (inline.italic) shown = <em>{shown}</em>;
  if (inline.role) shown = <RoleName>{shown}</RoleName>;
  if (inline.link) {
    shown = (
      <a href={inline.link} rel="noreferrer noopener" target="_blank">
        {shown}
      </a>
    );
  }
  return <Fragment key={index}>{shown}</Fragment>;
}

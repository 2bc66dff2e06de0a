import { Fragment, type ReactNode } from 'react';
import type { Block, Inline, RichText } from '@/lib/domain/rich-text';

/** Long wording to be read: the same on the server and in the browser, without an editor. Stands inside `.prose`. */
export function RichTextView({ text }: { readonly text: RichText }) {
  return text.map(showBlock);
}

function showBlock(block: Block, index: number): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return (
        <p key={index} dir="auto">
          {block.content.map(showInline)}
        </p>
      );
    case 'bullet-list':
    case 'ordered-list': {
      const Tag = block.type === 'bullet-list' ? 'ul' : 'ol';
      return (
        <Tag key={index}>
          {block.items.map((item, position) => (
            <li key={position}>{item.map(showBlock)}</li>
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
  if (inline.link) {
    shown = (
      <a href={inline.link} rel="noreferrer noopener" target="_blank">
        {shown}
      </a>
    );
  }
  return <Fragment key={index}>{shown}</Fragment>;
}

import type { ReactNode } from 'react';
import { isAllowedLink, type Block, type Inline, type RichText } from '@/lib/domain/rich-text';

/**
 * Long wording to be read: on the server, on pages of versions, and for whoever may not edit. Reads `RichText` and never
 * touches a document.
 */
export function WordingText({ text }: { readonly text: RichText }) {
  return text.map(block);
}

function block(node: Block, key: number): ReactNode {
  switch (node.type) {
    case 'paragraph':
      return <p key={key}>{node.content.length ? node.content.map(inline) : <br />}</p>;
    case 'bullet-list':
      return <ul key={key}>{node.items.map(item)}</ul>;
    case 'ordered-list':
      return <ol key={key}>{node.items.map(item)}</ol>;
  }
}

const item = (blocks: readonly Block[], key: number): ReactNode => <li key={key}>{blocks.map(block)}</li>;

function inline(node: Inline, key: number): ReactNode {
  if (node.type === 'break') return <br key={key} />;
  let shown: ReactNode = node.text;
  if (node.italic) shown = <em>{shown}</em>;
  if (node.bold) shown = <strong>{shown}</strong>;
  if (node.link && isAllowedLink(node.link))
    shown = (
      <a href={node.link} rel="noopener noreferrer" target="_blank">
        {shown}
      </a>
    );
  return <span key={key}>{shown}</span>;
}

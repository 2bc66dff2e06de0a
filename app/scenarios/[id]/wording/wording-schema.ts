import type { Extensions } from '@tiptap/core';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Italic } from '@tiptap/extension-italic';
import { Link } from '@tiptap/extension-link';
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { isAllowedLink } from '@/lib/domain/rich-text';
import { RoleName } from './role-name';

/**
 * What wording may consist of: paragraphs, lists, bold, italic, names of roles, links, line breaks. Nodes and marks carry no attributes
 * besides a link's address, so that opening a text finds exactly what `writeRichText` wrote and has nothing to add.
 *
 * Lists and items may be empty here, and an item may begin with a list: two people's deletions can leave such a thing,
 * and the binding deletes whatever the schema refuses, with all that is in it.
 */
export const wordingExtensions: Extensions = extensionsWith(RoleName);

/** The same, telling on hover what is marked as the name of a role. */
export const wordingExtensionsTelling = (roleName: string): Extensions => extensionsWith(RoleName.configure({ HTMLAttributes: { title: roleName } }));

function extensionsWith(roleName: typeof RoleName): Extensions {
  return [
    Document,
    Paragraph.configure({ HTMLAttributes: { dir: 'auto' } }), // only shown so, not stored
    Text,
    HardBreak,
    Bold,
    Italic,
    roleName,
    BulletList.extend({ content: 'listItem*' }),
    OrderedList.extend({ content: 'listItem*', addAttributes: () => ({}) }),
    ListItem.extend({ content: 'block*' }),
    ListKeymap,
    Link.extend({
      addAttributes: () => ({ href: { default: null, parseHTML: (element: HTMLElement) => element.getAttribute('href') } }),
    }).configure({
      openOnClick: false,
      autolink: true,
      linkOnPaste: true,
      defaultProtocol: 'https',
      HTMLAttributes: { rel: 'noopener noreferrer', target: '_blank' },
      isAllowedUri: (url) => isAllowedLink(url),
      shouldAutoLink: (url) => isAllowedLink(url),
    }),
  ];
}

// @vitest-environment jsdom
import { Editor } from '@tiptap/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wordingExtensions } from '@/app/scenarios/[id]/wording/wording-schema';
import { arbitraryRichText } from '@/tests/support/arbitrary-scenario';
import { fromEditorContent, toEditorContent } from './editor-content';

it('a text goes into the editor and comes out as it was', () => {
  const editor = new Editor({ extensions: wordingExtensions, injectCSS: false });
  fc.assert(
    fc.property(arbitraryRichText, (text) => {
      editor.commands.setContent(toEditorContent(text), { errorOnInvalidContent: true });
      expect(fromEditorContent(editor.getJSON())).toEqual(text);
    }),
    { numRuns: 80 },
  );
  editor.destroy();
});

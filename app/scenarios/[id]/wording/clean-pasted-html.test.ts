// @vitest-environment jsdom
import { Editor } from '@tiptap/core';
import { NextIntlClientProvider } from 'next-intl';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { RichTextView } from '@/app/components/RichTextView';
import wording from '@/lib/messages/en/wording.json';
import { cleanPastedHtml } from './clean-pasted-html';
import { wordingExtensions } from './wording-schema';

/** What the editor makes of pasted HTML, as HTML. */
function pasted(html: string): string {
  const editor = new Editor({ extensions: wordingExtensions, injectCSS: false, content: cleanPastedHtml(html) });
  const result = editor.getHTML().replaceAll(' dir="auto"', '');
  editor.destroy();
  return result;
}

describe('cleanPastedHtml', () => {
  it('makes lists of Word’s painted bullets', () => {
    const item = (level: number, bullet: string, text: string): string =>
      `<p class=MsoListParagraph style='margin-left:36.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${bullet}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`;
    const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body><!--StartFragment--><p class=MsoNormal><b><span lang=DE>Nutzen</span></b> für den&nbsp;Betreiber<o:p></o:p></p>${item(1, '·', 'weniger Stillstand')}${item(2, 'o', 'planbar')}${item(1, '·', 'Ersatzteile')}<p class=MsoNormal><o:p>&nbsp;</o:p></p>${item(1, '1.', 'zuerst')}${item(1, '2.', 'dann')}<!--EndFragment--></body></html>`;
    expect(pasted(html)).toBe(
      '<p><strong>Nutzen</strong> für den\u00a0Betreiber</p><ul><li><p>weniger Stillstand</p><ul><li><p>planbar</p></li></ul></li><li><p>Ersatzteile</p></li></ul><ol><li><p>zuerst</p></li><li><p>dann</p></li></ol>'.replaceAll('\u00a0', '&nbsp;'),
    );
  });

  it('makes paragraphs of what WeChat nests', () => {
    const html = `<section style="margin:0"><section data-role="outer"><p style="letter-spacing:1px"><span style="font-size:15px;color:rgb(63,63,63)">设备制造商<strong><span>按使用量</span></strong>收费。</span></p><p><br></p><section><span>第二段\u200b</span></section><img src="https://mmbiz.qpic.cn/x.png"><p style="display: none">隐藏</p></section></section>`;
    expect(pasted(html)).toBe('<p>设备制造商<strong>按使用量</strong>收费。</p><p>第二段</p>');
  });

  it('keeps the words of tables and headings, and no scripts', () => {
    const html = '<h2>Roles</h2><script>alert(1)</script><table><tr><th>Who</th><th>What</th></tr><tr><td>Supplier</td><td>delivers<br>machine</td></tr></table><div onclick="x()">end</div>';
    expect(pasted(html)).toBe('<p>Roles</p><p>Who | What</p><p>Supplier | delivers machine</p><p>end</p>');
  });

  it('takes for the name of a role what was one in Accord, and nothing else', () => {
    const shown = renderToStaticMarkup(createElement(NextIntlClientProvider, { locale: 'en', messages: { wording } } as never, createElement(RichTextView, { text: [{ type: 'paragraph', content: [{ type: 'text', text: 'the ' }, { type: 'text', text: 'insurer', bold: true, role: true }] }] })));
    expect(shown).toContain('title="Name of a role"');
    expect(pasted(shown)).toBe('<p>the <strong><span class="role-name" data-accord-role-name="">insurer</span></strong></p>');
    expect(pasted('<p>the <span class="role-name" title="Name of a role">insurer</span></p>')).toBe('<p>the insurer</p>');
  });

  it('does not take Google Docs’ wrapper for bold, keeps safe links and drops others', () => {
    const html = '<b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-weight:700">bold</span> <a href="https://example.org">here</a> <a href="javascript:alert(1)">there</a></p></b>';
    expect(pasted(html)).toBe('<p><strong>bold</strong> <a target="_blank" rel="noopener noreferrer" href="https://example.org">here</a> there</p>');
  });
});

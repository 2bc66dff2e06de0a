// @vitest-environment jsdom
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { languages, type Language } from '@/lib/domain/languages';
import { plainText, type PrintDocument } from './print-document';
import { toDocx } from './to-docx';

const words: Readonly<Record<Language, string>> = {
  en: 'The working group agrees on “usage fees” – flow & <efficiency>, Łódź.',
  de: 'Übermäßig große Geschäftsmodelländerungen prüft die Delegation „sorgfältig“.',
  zh: '双方代表团已就价值网络与“按使用付费”达成一致；签署人：李堃。',
};

const documentIn = (language: Language): PrintDocument => ({
  title: words[language],
  language,
  footer: 'At the foot',
  blocks: [
    { kind: 'heading', level: 1, text: words[language] },
    { kind: 'paragraph', runs: [{ text: 'Anna → 李伟: ' }, { text: 'second\nline', italic: true, link: 'https://example.org/a?b=1&c=2' }] },
    { kind: 'facts', facts: [{ label: 'UTC', value: plainText('2026-01-02') }] },
    { kind: 'list', ordered: true, items: languages.map((each) => plainText(words[each])) },
    { kind: 'page-break' },
    { kind: 'table', header: ['A', 'B'], widths: [1, 3], rows: [[plainText('row'), plainText(words[language])]] },
  ],
});

/** The paragraphs of a part, read from the XML that Word reads. */
async function readBack(file: Uint8Array, part = 'word/document.xml'): Promise<string[]> {
  const xml = new DOMParser().parseFromString(strFromU8(unzipSync(file)[part]!), 'application/xml');
  expect(xml.querySelector('parsererror')).toBeNull();
  return [...xml.getElementsByTagName('w:p')].map((paragraph) => [...paragraph.getElementsByTagName('*')].map((node) => (node.tagName === 'w:t' ? node.textContent : node.tagName === 'w:br' ? '\n' : '')).join(''));
}

describe('toDocx', () => {
  it.each(languages)('writes text in %s that can be read', async (language) => {
    const file = await toDocx(documentIn(language));
    const paragraphs = await readBack(file);
    expect(paragraphs).toEqual(expect.arrayContaining([words[language], 'Anna → 李伟: second\nline', 'UTC', '2026-01-02', ...languages.map((each) => words[each]), 'A', 'B', 'row']));
    const parts = unzipSync(file);
    expect(strFromU8(parts['docProps/core.xml']!)).toContain(language === 'en' ? 'usage fees' : words[language].slice(0, 10));
    expect(strFromU8(parts['word/_rels/document.xml.rels']!)).toContain('https://example.org/a?b=1&amp;c=2');
    const footer = Object.keys(parts).find((name) => /^word\/footer\d*\.xml$/.test(name))!;
    expect((await readBack(file, footer)).join('')).toContain('At the foot');
    expect(strFromU8(parts['word/styles.xml']!)).toContain({ en: 'en-GB', de: 'de-DE', zh: 'zh-CN' }[language]);
  });

  it('sets captions and the mark of a draft as the language does, and keeps a short table on one page', async () => {
    const caption = { id: 'table-1', word: '表', number: 1, text: '结论' };
    const parts = unzipSync(await toDocx({ title: 't', language: 'zh', blocks: [{ kind: 'part', mark: '草案' }, { kind: 'table', caption, header: ['A'], rows: [[plainText('1')], [plainText('2')]] }] }));
    const xml = strFromU8(parts['word/document.xml']!);
    expect(xml.replace(/<[^>]+>/g, '')).toContain('：结论');
    expect(xml.match(/<w:keepNext\/>/g)).toHaveLength(3); // the caption, the header, the first row
    const header = Object.entries(parts).find(([name]) => /^word\/header\d*\.xml$/.test(name))!;
    expect(strFromU8(header[1])).toContain('width:300pt;height:150pt');
    expect(strFromU8(parts['word/styles.xml']!)).toContain('<w:lang w:val="en-GB" w:eastAsia="zh-CN"/>'); // Latin words in a Chinese text stay whole
  });

  it('leaves out what no page can show, and leads to no script', async () => {
    const file = await toDocx({ title: 't\u0007\uffff', language: 'en', blocks: [{ kind: 'paragraph', runs: [{ text: 'a\u0000b\u0007c\ud800\ufffe\uffff', link: 'javascript:alert(1)' }] }] });
    expect((await readBack(file))[0]).toBe('abc\ufffd');
    await readBack(file, 'docProps/core.xml'); // which names the title
    expect(strFromU8(unzipSync(file)['word/_rels/document.xml.rels']!)).not.toContain('javascript');
  });
});

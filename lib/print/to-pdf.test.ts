import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { languages, type Language } from '@/lib/domain/languages';
import { plainText, type PrintDocument } from './print-document';
import { toPdf } from './to-pdf';

const words: Readonly<Record<Language, string>> = {
  en: 'The working group agrees on “usage fees” – flow, efficiency, Łódź.',
  de: 'Übermäßig große Geschäftsmodelländerungen prüft die Delegation „sorgfältig“.',
  zh: '双方代表团已就价值网络、商业模式与“按使用付费”达成一致；签署人：李堃。',
};

function documentIn(language: Language): PrintDocument {
  return {
    title: words[language],
    language,
    footer: 'Head of the chain: 4f2a',
    blocks: [
      { kind: 'heading', level: 1, text: words[language] },
      { kind: 'paragraph', runs: [{ text: 'Anna → 李伟: ' }, { text: words[language], bold: true }, { text: '\nsecond line', italic: true }] },
      { kind: 'facts', facts: [{ label: 'UTC', value: plainText('2026-01-02 03:04:05') }] },
      { kind: 'list', ordered: true, items: languages.map((each) => plainText(words[each])) },
      { kind: 'page-break' },
      { kind: 'table', header: ['A', 'B'], widths: [1, 3], rows: Array.from({ length: 60 }, (_, row) => [plainText(`row ${row}`), plainText(words[language])]) },
    ],
  };
}

/** The file's text by page, without white space: where lines break is not what is asked. */
async function readBack(file: Uint8Array): Promise<{ title: unknown; pages: string[] }> {
  const proxy = await getDocumentProxy(file);
  const { text } = await extractText(proxy, { mergePages: false });
  const { info } = await proxy.getMetadata();
  return { title: (info as { Title?: unknown }).Title, pages: text.map((page) => page.replace(/\s/g, '')) };
}

describe('toPdf', () => {
  it.each(languages)('writes text in %s that can be read and searched', async (language) => {
    const file = await toPdf(documentIn(language));
    expect(file.byteLength).toBeLessThan(300_000); // the Chinese faces alone have 8 MB each: only what is used is embedded
    const { title, pages } = await readBack(file);
    expect(title).toBe(words[language]);
    for (const each of languages) expect(pages[0]).toContain(words[each].replace(/\s/g, ''));
    expect(pages[0]).toContain('Anna→李伟:');
    expect(pages[0]).toContain('2026-01-0203:04:05');
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((page, index) => expect(page).toContain(`${index + 1}/${pages.length}`));
    for (const page of pages) expect(page).toContain('Headofthechain:4f2a');
    for (const page of pages.slice(1)) expect(page).toMatch(/^AB/); // the table's header, again on every page
    for (let row = 0; row < 60; row++) expect(pages.join('')).toContain(`row${row}`);
  });

  it('breaks what is longer than a line, and a cell that is longer than a page', async () => {
    const long = 'x'.repeat(20_000);
    const { pages } = await readBack(await toPdf({ title: 'long', language: 'en', footer: '-', blocks: [{ kind: 'table', header: ['h'], rows: [[plainText(long)]] }] }));
    expect(pages.join('').match(/x/g)).toHaveLength(long.length);
    expect(pages.length).toBeGreaterThan(2);
  });

  it('leaves no line of a paragraph and no header of a table alone on a page', async () => {
    const lines = (count: number): PrintDocument['blocks'] => Array.from({ length: count }, () => ({ kind: 'paragraph', runs: plainText('line') }));
    const blocks = Array.from({ length: 8 }, (_, index) => index + 29).flatMap((count): PrintDocument['blocks'] => [
      { kind: 'part', mark: null },
      ...lines(count),
      { kind: 'paragraph', runs: plainText('p1\np2\np3\np4') },
      { kind: 'part', mark: null },
      ...lines(count),
      { kind: 'table', caption: { id: `table-${count}`, word: 'Table', number: count, text: 'caption' }, header: ['header'], rows: Array.from({ length: 30 }, (_, row) => plainText(`r1-${row}\nr2-${row}\nr3-${row}`)).map((cell) => [cell]) },
    ]);
    const { pages } = await readBack(await toPdf({ title: 't', language: 'en', footer: '-', blocks }));
    expect(pages.some((page) => page.startsWith('p3p4'))).toBe(true); // or nothing would have been asked
    for (const page of pages) {
      expect(page.includes('p1')).toBe(page.includes('p2'));
      expect(page.includes('p3')).toBe(page.includes('p4'));
      if (page.includes('Table')) expect(page).toContain('r3-0');
      for (let row = 0; row < 30; row++) expect(page.includes(`r1-${row}`)).toBe(page.includes(`r3-${row}`));
    }
  });

  it('draws what is see-through in a figure so, and lets the page show behind it', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50"><rect width="100%" height="100%" fill="#abcdef"/><rect x="1" y="1" width="9" height="9" rx="2" fill="#123456" fill-opacity="0.13"/></svg>';
    const file = await toPdf({ title: 't', language: 'en', blocks: [{ kind: 'figure', svg, description: '', caption: { id: 'figure-1', word: 'Figure', number: 1, text: 'f' } }] });
    expect(Buffer.from(file).toString('latin1')).toContain('/ca 0.13');
  });

  it('leaves out what no page can show, and asks for no script', async () => {
    const { pages } = await readBack(await toPdf({ title: 't', language: 'en', blocks: [{ kind: 'paragraph', runs: [{ text: 'a\u0000b\u0007c', link: 'javascript:alert(1)' }] }] }));
    expect(pages[0]).toContain('abc');
  });
});

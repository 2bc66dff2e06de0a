import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import { evidenceWords } from '@/app/scenarios/[id]/cell-words';
import { languages, textIn, type Language } from '@/lib/domain/languages';
import type { RichText } from '@/lib/domain/rich-text';
import type { Scenario } from '@/lib/domain/scenario';
import { importScenario } from '@/lib/exchange/import-scenario';
import { toDocx } from '@/lib/print/to-docx';
import { toPdf } from '@/lib/print/to-pdf';
import { samples } from '@/lib/scenarios/load-samples';
import { arbitraryScenario } from '@/tests/support/arbitrary-scenario';
import { editionOf, reportWordsIn } from '@/tests/support/report';
import type { EditedMatter, Edition } from './edition';
import { reportDocument } from './report-document';
import type { ReportWords } from './report-words';

const words = {} as Record<Language, ReportWords>;
beforeAll(async () => {
  for (const language of languages) words[language] = await reportWordsIn(language);
});

const [sany, amberg] = samples.map(({ file }) => importScenario(file)) as [Scenario, Scenario];
const collection = { en: 'Business scenarios', de: 'Geschäftsszenarien', zh: '业务场景集' };

/** The text of each page, without white space and hyphens: where lines break is not what is asked. */
const squeezed = (text: string): string => text.replace(/[\s\u00ad-]/gu, '');
async function pagesOf(edition: Edition, language: Language): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(await toPdf(await reportDocument(edition, words[language]))), { mergePages: false });
  return text.map(squeezed);
}

describe('the report as PDF', () => {
  it.each(languages)('says all that a scenario says in %s, also in its figures', async (language) => {
    const all = (await pagesOf(editionOf([sany], { agreed: true }), language)).join('');
    for (const { label } of [...sany.roles, ...sany.relations]) expect(all).toContain(squeezed(textIn(label, language)));
    for (const { name } of sany.enterprises) expect(all).toContain(squeezed(textIn(name, language)));
    for (const cells of Object.values(sany.assessment)) for (const { rationale } of Object.values(cells)) expect(all).toContain(squeezed(rationale));
    for (const { reasons, evidence } of Object.values(sany.assessment).flatMap((cells) => Object.values(cells))) {
      for (const id of reasons) expect(all).toContain(squeezed(words[language].reason(id)));
      for (const each of evidence) expect(all).toContain(squeezed(evidenceWords(each, [sany], language, words[language].item)));
    }
    expect(all).not.toContain(squeezed(words[language].evidence('re-check')));
    for (const word of [words[language].report('contents'), words[language].figures('significant'), words[language].report('edition')]) expect(all).toContain(squeezed(word));
  });

  it('prints front and back matter around the scenarios, as a draft in its version, also of what is agreed as a whole', async () => {
    const text = (words: string): RichText => [{ type: 'paragraph', content: [{ type: 'text', text: words }] }];
    const matter = (section: EditedMatter['section'], language: Language, says: string, version: number): EditedMatter => ({ section, language, text: text(says), version, hash: String(version).repeat(64) });
    const edition = { ...editionOf([sany], { collection, agreed: true }), matter: [matter('references', 'en', 'A source.', 5), matter('introduction', 'de', 'Zum Geleit.', 3), matter('introduction', 'en', 'To begin with.', 4)] };
    const pages = await pagesOf(edition, 'de');
    const at = (says: string): number => pages.findIndex((page) => page.includes(squeezed(says)));
    const [front, overview, back, end] = [at('Zum Geleit.'), at('Abbildung 1:'), at('A source.'), at('3'.repeat(64))];
    expect([front > 1, overview > front, back > overview, end > back]).toEqual([true, true, true, true]);
    expect(pages[back]).toContain(squeezed(words.de.report('in-other-language', { language: 'Englisch' })));
    pages.forEach((page, index) => expect([index, page.includes('ENTWURF')]).toEqual([index, index === front || index === back]));
    expect(pages[end]).toContain('5'.repeat(64));
    expect(pages.join('')).not.toContain('4'.repeat(64));
    expect(pages[1]).toContain(`Einleitung${front + 1}`);
  });

  it('marks the pages of what is not agreed, and only them', async () => {
    const mixed = editionOf([sany, amberg], { collection });
    const edition: Edition = { ...mixed, scenarios: [{ ...mixed.scenarios[0]!, version: editionOf([sany], { agreed: true }).scenarios[0]!.version }, mixed.scenarios[1]!] };
    const pages = await pagesOf(edition, 'en');
    const begins = (title: string): number => pages.findIndex((page, index) => index > 2 && page.includes(squeezed(title)) && page.includes('Description'));
    const [agreed, draft, end] = [begins(sany.title.en), begins(amberg.title.en), pages.findIndex((page) => page.includes('Anagreedversionisprinted'))];
    expect(agreed).toBeGreaterThan(2);
    expect(draft).toBeGreaterThan(agreed);
    expect(end).toBeGreaterThan(draft);
    pages.forEach((page, index) => expect([index, (page.match(/DRAFT/g) ?? []).length >= 2]).toEqual([index, index < agreed || index >= draft]));
    expect(pages[end]).toContain(edition.scenarios[0]!.hash);
    expect(pages[end]).toContain(edition.scenarios[1]!.hash);
    for (const page of await pagesOf({ ...edition, scenarios: edition.scenarios.slice(0, 1) }, 'en')) expect(page).not.toContain('DRAFT');
  });

  it('tells in the contents on which page a chapter begins', async () => {
    const pages = await pagesOf(editionOf([sany, amberg], { collection, agreed: true }), 'de');
    const contents = pages.find((page) => page.startsWith('Inhalt'))!;
    for (const [index, { title }] of [sany, amberg].entries()) {
      const called = `${index + 1}${squeezed(title.de)}`;
      const page = pages.findIndex((text) => text.startsWith(called)) + 1;
      expect(page).toBeGreaterThan(3);
      expect(contents).toContain(`${called}${page}`);
    }
  });
});

describe('the report as DOCX', () => {
  it('counts figures and tables by fields, speaks of them by reference, and lists its headings', async () => {
    const parts = unzipSync(await toDocx(await reportDocument(editionOf([sany], { collection }), words.de)));
    const xml = strFromU8(parts['word/document.xml']!);
    for (const field of ['SEQ Figure', 'SEQ Table', 'REF _Ref_figure_1', 'TOC ']) expect(xml).toContain(field);
    for (const [, name] of xml.matchAll(/REF (_Ref_\w+)/g)) expect(xml).toContain(`w:name="${name}"`);
    for (const { name } of sany.enterprises) expect(xml.replaceAll(/<\/w:t><w:softHyphen\/><w:t[^>]*>/g, '')).toContain(name.de);
    expect(Object.keys(parts).filter((name) => name.endsWith('.svg'))).toHaveLength(3); // overview, network, assessment
    expect(xml).toContain('<w:softHyphen/>');
    const styles = strFromU8(parts['word/styles.xml']!);
    for (const named of ['w:eastAsia="Microsoft YaHei"', 'w:val="de-DE"', 'w:eastAsia="zh-CN"', 'w:val="Caption"']) expect(styles + xml).toContain(named);
    expect(strFromU8(parts['word/settings.xml']!)).toContain('autoHyphenation');
    const headers = Object.keys(parts).filter((name) => /^word\/header\d*\.xml$/.test(name));
    for (const header of headers) expect(strFromU8(parts[header]!)).toContain('ENTWURF');
    expect(headers.length).toBeGreaterThan(0);
  });
});

it('asks to look again where evidence says something else since, and says so of what is gone', async () => {
  const printed = async (scenario: Scenario, language: Language): Promise<string> => JSON.stringify(await reportDocument(editionOf([scenario]), words[language]));
  const [id] = Object.values(sany.assessment).flatMap((cells) => Object.values(cells).flatMap(({ evidence }) => evidence.flatMap((each) => (each.kind === 'relation' ? each.id : []))));
  const relations = sany.relations.map((relation) => (relation.id === id ? { ...relation, label: { ...relation.label, en: 'Something else' } } : relation));
  expect(await printed({ ...sany, relations }, 'de')).toContain('"erneut prüfen"');
  expect(await printed({ ...sany, relations: sany.relations.filter((relation) => relation.id !== id) }, 'zh')).toContain('"已不存在"');
});

it('is made of any scenario, in both formats', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(arbitraryScenario, { maxLength: 1 }), fc.constantFrom(...languages), fc.boolean(), async (contents, language, agreed) => {
      const document = await reportDocument(editionOf(contents, { collection, agreed }), words[language]);
      expect((await toPdf(document)).byteLength).toBeGreaterThan(1_000);
      expect(unzipSync(await toDocx(document))['word/document.xml']).toBeDefined();
    }),
    { numRuns: 5 },
  );
}, 120_000);

it('ends when nobody waits for it any more', async () => {
  const document = await reportDocument(editionOf([sany, amberg], { collection }), words.en);
  for (const make of [toPdf, toDocx]) {
    const cancelled = new AbortController();
    const steps: number[] = [];
    const making = make(document, { signal: cancelled.signal, onProgress: (done) => (steps.push(done), cancelled.abort()) });
    await expect(making).rejects.toThrow();
    expect(steps).toEqual([1]);
  }
});

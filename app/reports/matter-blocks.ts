import { languages, type Language } from '@/lib/domain/languages';
import { matterSections, type MatterSection } from '@/lib/domain/matter';
import type { PrintBlock } from '@/lib/print/print-document';
import type { EditedMatter, Edition } from './edition';
import type { ReportWords } from './report-words';
import { noteBlock, richBlocks } from './wording-blocks';

/** The introduction stands before the scenarios, all else behind them. */
const front: readonly MatterSection[] = ['introduction'];

/** The texts around the scenarios that a report in a language prints: each in that language, else in one that is authentic, else in any. */
export function printedMatter({ matter, authentic }: Edition, language: Language): EditedMatter[] {
  const order = [language, ...(authentic ?? []), ...languages];
  return matterSections.flatMap((section) => order.flatMap((each) => matter.find((text) => text.section === section && text.language === each) ?? []).slice(0, 1));
}

/** Front or back matter as chapters on pages of their own. It bears the word for a draft: nobody has signed it. */
export function matterBlocks(edition: Edition, place: 'front' | 'back', words: ReportWords): PrintBlock[] {
  const texts = printedMatter(edition, words.language).filter(({ section }) => front.includes(section) === (place === 'front'));
  if (texts.length === 0) return [];
  return [
    { kind: 'part', mark: words.report('draft') },
    ...texts.flatMap(({ section, language, text }): PrintBlock[] => [
      { kind: 'heading', level: 1, text: words.matter(section), id: `matter-${section}` },
      ...(language === words.language ? [] : [noteBlock(words.report('in-other-language', { language: words.item(`languages.${language}`) }))]),
      ...richBlocks(text, language),
    ]),
  ];
}

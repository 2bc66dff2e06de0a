import { counterpartState } from '@/lib/domain/counterparts';
import { languages, type Language } from '@/lib/domain/languages';
import { paragraphsOf, type Block, type Inline, type RichText } from '@/lib/domain/rich-text';
import type { Scenario, SectionKey } from '@/lib/domain/scenario';
import type { PrintBlock, PrintText } from '@/lib/print/print-document';
import type { ReportWords } from './report-words';

/** A section's text in the report's language; where it is not written yet, in the one that leads, with a word about it. */
export function sectionBlocks(scenario: Scenario, section: SectionKey, words: ReportWords): PrintBlock[] {
  const texts = scenario.sections[section];
  const isWritten = (language: Language): boolean => paragraphsOf(texts[language]).length > 0;
  const shown = [words.language, scenario.leadingLanguage, ...languages].find(isWritten);
  if (!shown) return [noteBlock(words.report('not-written'))];
  if (shown !== words.language) return [noteBlock(words.report('in-other-language', { language: words.item(`languages.${shown}`) })), ...richBlocks(texts[shown], shown)];
  const isStale = counterpartState(scenario, section, shown) === 'out-of-date';
  return [...(isStale ? [noteBlock(words.report('out-of-date', { language: words.item(`languages.${scenario.leadingLanguage}`) }))] : []), ...richBlocks(texts[shown], shown)];
}

/** What the report itself says of a text. */
export const noteBlock = (text: string): PrintBlock => ({ kind: 'paragraph', runs: [{ text, soft: true, italic: true }] });

/** Wording as it is printed. What stands deeper in a list goes into its item, line by line. */
export function richBlocks(text: RichText, language: Language): PrintBlock[] {
  return text.flatMap((block): PrintBlock[] => {
    if (block.type !== 'paragraph') return [{ kind: 'list', ordered: block.type === 'ordered-list', items: block.items.map((item) => linesOf(item, 0, language)) }];
    return block.content.length ? [{ kind: 'paragraph', runs: runsOf(block.content, language) }] : [];
  });
}

function linesOf(blocks: readonly Block[], depth: number, language: Language): PrintText {
  return blocks.flatMap((block, index): PrintText => {
    const begin = index > 0 ? [{ text: '\n' }] : [];
    if (block.type === 'paragraph') return [...begin, ...runsOf(block.content, language)];
    return block.items.flatMap((item, at): PrintText => [{ text: `${at > 0 || index > 0 ? '\n' : ''}${'\u2003'.repeat(depth)}${block.type === 'ordered-list' ? `${at + 1}. ` : '– '}` }, ...linesOf(item, depth + 1, language)]);
  });
}

const runsOf = (content: readonly Inline[], language: Language): PrintText => content.map((inline) => (inline.type === 'break' ? { text: '\n' } : { text: inline.text, bold: inline.bold ?? false, italic: inline.italic ?? false, language, ...(inline.link && { link: inline.link }) }));

import { byKey } from './by-key';
import { languages, type Language } from './languages';
import { paragraphsOf, type RichText } from './rich-text';
import { sectionKeys, type Scenario, type SectionKey } from './scenario';

/*
 * Parallel wording: in each section one language leads, the texts in the others are its counterparts. Whether a counterpart
 * still says what the leading text says is for people to say; the product remembers which leading text they said it of.
 */

/** The leading wording for which somebody last declared a counterpart right: its paragraphs, plain. */
export interface RightFor {
  /** The language that led then. */
  readonly language: Language;
  readonly paragraphs: readonly string[];
}

/**
 * How a counterpart stands to the leading text: `missing`: it has no text; `unconfirmed`: nobody has said that it renders what
 * leads now; `right`: somebody has, of the very words that lead now; `out-of-date`: those words have changed since.
 */
export const counterpartStates = ['missing', 'unconfirmed', 'right', 'out-of-date'] as const;
export type CounterpartState = (typeof counterpartStates)[number];

/** Nothing has been declared right for anything. */
export const neverDeclaredRight: Scenario['rightFor'] = byKey(sectionKeys, () => byKey(languages, () => null));

/** What of a scenario says how its texts stand to each other. */
export type Wording = Pick<Scenario, 'leadingLanguage' | 'sections' | 'rightFor'>;

/** The state of the text in `language`; null for the leading language, which is no counterpart. */
export function counterpartState({ leadingLanguage, sections, rightFor }: Wording, section: SectionKey, language: Language): CounterpartState | null {
  if (language === leadingLanguage) return null;
  return stateOf(sections[section][language], paragraphsOf(sections[section][leadingLanguage]), leadingLanguage, rightFor[section][language]);
}

/** @param leading the paragraphs that lead now */
function stateOf(text: RichText, leading: readonly string[], leadingLanguage: Language, rightFor: RightFor | null): CounterpartState {
  if (paragraphsOf(text).length === 0) return 'missing';
  if (rightFor?.language === leadingLanguage) return isSameText(rightFor.paragraphs, leading) ? 'right' : 'out-of-date';
  return leading.length ? 'unconfirmed' : 'right'; // where nothing leads, nothing can be rendered wrongly
}

/** True if two texts, as paragraphs, have the same words. */
export function isSameText(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((paragraph, index) => paragraph.normalize('NFC') === b[index]!.normalize('NFC'));
}

/** What a counterpart is right for when somebody says so now. */
export function rightForNow({ leadingLanguage, sections }: Pick<Wording, 'leadingLanguage' | 'sections'>, section: SectionKey): RightFor {
  return { language: leadingLanguage, paragraphs: paragraphsOf(sections[section][leadingLanguage]) };
}

/**
 * What a change of the leading language asks to be written down, so that texts that agree go on to agree: where the text that
 * shall lead was right, it and every other text that was right then are right for each other. Of the others nothing is known,
 * and they have to be looked at.
 */
export function carriedOver(wording: Wording, leadingLanguage: Language): readonly { readonly section: SectionKey; readonly language: Language; readonly rightFor: RightFor }[] {
  if (leadingLanguage === wording.leadingLanguage) return [];
  return sectionKeys.flatMap((section) => {
    if (counterpartState(wording, section, leadingLanguage) !== 'right') return [];
    const rightFor = rightForNow({ ...wording, leadingLanguage }, section);
    const agree = languages.filter((language) => language === wording.leadingLanguage || counterpartState(wording, section, language) === 'right');
    return agree.filter((language) => language !== leadingLanguage).map((language) => ({ section, language, rightFor }));
  });
}

import type * as Y from 'yjs';
import { carriedOver, isSameText, type RightFor, type Wording } from '@/lib/domain/counterparts';
import type { Language } from '@/lib/domain/languages';
import type { SectionKey } from '@/lib/domain/scenario';
import { leadingLanguageKey, metaOf, rightForKey, rightForOf } from '../roots';
import { asOneStep } from './edit-entities';

/**
 * Declares the text of a section in `language` right for a leading wording, as one undo step.
 * @param rightFor what was on the screen when somebody said so: what has been written since then shows as a change
 */
export function declareRight(doc: Y.Doc, section: SectionKey, language: Language, rightFor: RightFor): void {
  asOneStep(doc, () => rightForOf(doc).set(rightForKey(section, language), rightFor));
}

/**
 * Lets another language lead, as one undo step; texts that were right for each other stay so (`carriedOver`).
 * @param wording of the document as it stands
 */
export function setLeadingLanguage(doc: Y.Doc, wording: Wording, language: Language): void {
  if (language === wording.leadingLanguage) return;
  asOneStep(doc, () => {
    metaOf(doc).set(leadingLanguageKey, language);
    for (const { section, language: right, rightFor } of carriedOver(wording, language)) {
      const known = wording.rightFor[section][right];
      if (known?.language !== rightFor.language || !isSameText(known.paragraphs, rightFor.paragraphs)) declareRight(doc, section, right, rightFor);
    }
  });
}

import * as Y from 'yjs';
import { languages } from '@/lib/domain/languages';
import { phases } from '@/lib/domain/phases';
import { dimensions, schemaVersion, type Scenario } from '@/lib/domain/scenario';
import { anchorOfPassage, evidenceRef, readingOnce } from './cell-links';
import { writeEntities } from './edits/create-entities';
import { writeRichText } from './rich-text';
import { cellsOf, changeKey, claimReasonOf, evidenceKey, evidenceRightForOf, leadingLanguageKey, metaOf, rationaleOf, reasonKey, rightForKey, rightForOf, sectionOf, sectionTexts, stateOf, titleKey } from './roots';

/**
 * A new document that holds `scenario`; `projectScenario` gives the same back. Only the server calls this, once, in the
 * transaction that creates the scenario's row: a client never seeds content.
 */
export function createDocument(scenario: Scenario): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    const meta = metaOf(doc);
    meta.set('schemaVersion', schemaVersion);
    for (const language of languages) meta.set(titleKey(language), new Y.Text(scenario.title[language]));
    meta.set('origin', scenario.origin);
    meta.set('bestPractice', scenario.bestPractice);
    meta.set(leadingLanguageKey, scenario.leadingLanguage);
    writeEntities(doc, scenario, false);
    for (const { id, claimReason } of scenario.enterprises) if (claimReason) claimReasonOf(doc, id).insert(0, claimReason);
    for (const [enterprise, cells] of Object.entries(scenario.assessment)) {
      for (const dimension of dimensions) {
        const { change, rationale, reasons } = cells[dimension];
        if (change) cellsOf(doc).set(changeKey(enterprise, dimension), change);
        if (rationale) rationaleOf(doc, enterprise, dimension).insert(0, rationale);
        for (const phase of phases) if (cells[dimension][phase]) stateOf(doc, enterprise, dimension, phase).insert(0, cells[dimension][phase]);
        for (const reason of reasons) cellsOf(doc).set(reasonKey(enterprise, dimension, reason), true);
      }
    }
    for (const { section, language } of sectionTexts) {
      writeRichText(sectionOf(doc, section, language), scenario.sections[section][language]);
      const rightFor = scenario.rightFor[section][language];
      if (rightFor) rightForOf(doc).set(rightForKey(section, language), rightFor);
    }
    writeEvidence(doc, scenario);
  });
  return doc;
}

/** Once the wording is written: passages are found in it. */
function writeEvidence(doc: Y.Doc, { assessment }: Scenario): void {
  const plainOf = readingOnce();
  for (const [enterprise, cells] of Object.entries(assessment))
    for (const dimension of dimensions)
      for (const evidence of cells[dimension].evidence) {
        const key = evidenceKey(enterprise, dimension, evidenceRef(evidence));
        cellsOf(doc).set(key, evidence.kind === 'text' ? evidence.quote : true);
        if (evidence.rightFor === null) continue;
        const rightFor = evidence.kind === 'text' ? anchorOfPassage(sectionOf(doc, evidence.section, evidence.language), evidence.says, evidence.rightFor, plainOf) : evidence.rightFor;
        evidenceRightForOf(doc).set(key, rightFor);
      }
}

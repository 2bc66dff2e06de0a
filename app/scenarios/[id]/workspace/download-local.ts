import * as Y from 'yjs';
import { textIn, type Language } from '@/lib/domain/languages';
import { download } from '@/app/components/download';
import { fileName } from '../../file-name';

/** Saves what a document on this device holds as an exchange file, which can be imported as a scenario of its own. */
export async function downloadLocalScenario(doc: Y.Doc, language: Language): Promise<void> {
  const [{ exportScenario }, { projectScenario }] = await Promise.all([import('@/lib/exchange/export-scenario'), import('@/lib/document/project-scenario')]);
  const scenario = projectScenario(doc);
  const json = JSON.stringify(exportScenario(scenario), null, 2);
  download(new Blob([json], { type: 'application/json' }), `${fileName(textIn(scenario.title, language) || 'scenario')}.json`);
}

/** Saves what a document on this device holds as one Yjs update: nothing of it is lost, for those who can put it to use. */
export async function downloadLocalState(doc: Y.Doc, language: Language): Promise<void> {
  const { projectScenario } = await import('@/lib/document/project-scenario');
  download(new Blob([Y.encodeStateAsUpdate(doc) as BlobPart], { type: 'application/octet-stream' }), `${fileName(textIn(projectScenario(doc).title, language) || 'scenario')}.yjs`);
}

import * as Y from 'yjs';
import { fileName } from '../../file-name';
import type { ScenarioSession } from '../session/scenario-session';

/** Saves what this device holds as an exchange file, which can be imported as a scenario of its own. */
export async function downloadLocalScenario(session: ScenarioSession, name: string): Promise<void> {
  const { exportScenario } = await import('@/lib/exchange/export-scenario');
  const json = JSON.stringify(exportScenario(session.scenario.get()), null, 2);
  download(new Blob([json], { type: 'application/json' }), `${fileName(name)}.json`);
}

/** Saves what this device holds as one Yjs update: nothing of it is lost, for those who can put it to use. */
export function downloadLocalState(session: ScenarioSession, name: string): void {
  download(new Blob([Y.encodeStateAsUpdate(session.doc) as BlobPart], { type: 'application/octet-stream' }), `${fileName(name)}.yjs`);
}

function download(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HttpClient } from './http-client';

interface Manifest {
  readonly node: Readonly<Record<string, { readonly filename?: string; readonly exportedName?: string }>>;
}

/** Calls a server action of the built application as its page would, but with whatever arguments. @returns what it answered, as text */
export async function callAction(client: HttpClient, page: string, file: string, name: string, args: readonly unknown[]): Promise<{ readonly status: number; readonly text: string }> {
  const manifest = JSON.parse(await readFile(join(import.meta.dirname, '..', '..', '.next', 'server', 'server-reference-manifest.json'), 'utf8')) as Manifest;
  const id = Object.entries(manifest.node).find(([, { filename, exportedName }]) => filename === file && exportedName === name)?.[0];
  if (!id) throw new Error(`no action ${name} in ${file}`);
  const answer = await client.fetch(page, { method: 'POST', headers: { 'next-action': id, 'content-type': 'text/plain;charset=UTF-8', accept: 'text/x-component' }, body: JSON.stringify(args) });
  return { status: answer.status, text: await answer.text() };
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HttpClient } from './http-client';

interface Manifest {
  readonly node: Readonly<Record<string, { readonly filename?: string; readonly exportedName?: string }>>;
}

/** Calls a server action of the built application as its page would, but with whatever arguments. @returns what it answered, as text */
export async function callAction(client: HttpClient, page: string, file: string, name: string, args: readonly unknown[], headers: Record<string, string> = {}): Promise<{ readonly status: number; readonly text: string }> {
  const manifest = JSON.parse(await readFile(join(import.meta.dirname, '..', '..', '.next', 'server', 'server-reference-manifest.json'), 'utf8')) as Manifest;
  const id = Object.entries(manifest.node).find(([, { filename, exportedName }]) => filename === file && exportedName === name)?.[0];
  if (!id) throw new Error(`no action ${name} in ${file}`);
  const answer = await client.fetch(page, { method: 'POST', ...asReactSends(args, { ...headers, 'next-action': id, accept: 'text/x-component' }) });
  return { status: answer.status, text: await answer.text() };
}

/** A form among the arguments makes a form of it all: the arguments as `0`, the fields of one of them as `_<id>_<name>`. */
function asReactSends(args: readonly unknown[], headers: Record<string, string>): { readonly headers: Record<string, string>; readonly body: string | FormData } {
  if (!args.some((arg) => arg instanceof FormData)) return { headers: { ...headers, 'content-type': 'text/plain;charset=UTF-8' }, body: JSON.stringify(args) };
  const body = new FormData();
  const places = args.map((arg, index) => {
    if (!(arg instanceof FormData)) return arg;
    for (const [name, value] of arg) body.append(`_${(index + 1).toString(16)}_${name}`, value);
    return `$K${(index + 1).toString(16)}`;
  });
  body.append('0', JSON.stringify(places));
  return { headers, body };
}

import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { plainText, type PrintDocument } from './print-document';
import { printFile } from './print-file';

let folder: string;
let program: string;
beforeAll(async () => {
  folder = mkdtempSync(join(process.cwd(), 'node_modules', '.print-')); // where what it imports is found
  program = join(folder, 'print.mjs');
  await build({ entryPoints: ['lib/print/print-worker.ts'], outfile: program, bundle: true, packages: 'external', platform: 'node', format: 'esm', target: 'node20' });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const document: PrintDocument = { title: 'Both', language: 'de', blocks: Array.from({ length: 40 }, (_, index) => ({ kind: 'paragraph', runs: plainText(`Absatz ${index} 第 ${index} 段`) })) };

it.each([['pdf', '%PDF'], ['docx', 'PK']] as const)('has a document drawn as %s in a thread, and tells how far it is', async (format, begins) => {
  const steps: number[] = [];
  const file = await printFile({ document, format }, { onProgress: (done) => steps.push(done) }, program);
  expect(Buffer.from(file).toString('latin1', 0, begins.length)).toBe(begins);
  expect(steps).toEqual(format === 'pdf' ? Array.from({ length: 40 }, (_, index) => index + 1) : []);
}, 60_000);

it('ends the thread when nobody waits any more, and says what failed in it', async () => {
  const cancelled = new AbortController();
  const making = printFile({ document, format: 'pdf' }, { signal: cancelled.signal, onProgress: () => cancelled.abort(new Error('gone')) }, program);
  await expect(making).rejects.toThrow('gone');
  const broken = { ...document, blocks: [{ kind: 'figure', svg: 'no figure', caption: { id: 'f', word: 'Figure', number: 1, text: '' }, description: '' }] } as PrintDocument;
  await expect(printFile({ document: broken, format: 'pdf' }, {}, program)).rejects.toThrow('no figure of ours');
}, 60_000);

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { build, type Plugin } from 'esbuild';
import { chromiumOptions } from '@/tests/support/chromium';
import type { lab } from './lab';

export type Lab = typeof lab;

/** A browser with pages in which `lab` runs: the real editor needs a real DOM and real animation frames. */
export interface OpenLab {
  readonly page: Page;
  /** Another page of the same browser, for work at the same time. */
  newPage(): Promise<Page>;
  close(): Promise<void>;
}

const root = fileURLToPath(new URL('../../../../../', import.meta.url));

/** @throws if there is neither Playwright's Chromium nor Debian's */
export async function openLab(): Promise<OpenLab> {
  const [script, browser] = await Promise.all([bundle(), chromium.launch(chromiumOptions())]);
  const newPage = async (): Promise<Page> => {
    const page = await (await browser.newContext()).newPage();
    await page.route('http://lab.localhost/', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><html lang="en"><body></body></html>' }));
    await page.goto('http://lab.localhost/');
    await page.addScriptTag({ content: script });
    return page;
  };
  return { page: await newPage(), newPage, close: () => browser.close() };
}

/** As Next does: what is marked `use server` stays there, the browser gets names only. */
const withoutServer: Plugin = {
  name: 'without-server',
  setup({ onLoad }) {
    onLoad({ filter: /\/(app|lib)\/.*\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      if (!source.startsWith("'use server'")) return undefined;
      const names = Array.from(source.matchAll(/export async function (\w+)/g), ([, name]) => name!);
      return { contents: names.map((name) => `export const ${name} = () => Promise.reject(new Error('no server'));`).join('\n') };
    });
  },
};

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./lab.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    jsx: 'automatic',
    alias: { '@': root.replace(/\/$/, '') },
    define: { 'process.env.NODE_ENV': '"test"', 'process.env': '{}' },
    absWorkingDir: root,
    plugins: [withoutServer],
    logLevel: 'error',
  });
  return outputFiles[0]!.text;
}

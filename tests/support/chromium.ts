import { existsSync } from 'node:fs';
import { chromium, type LaunchOptions } from '@playwright/test';

/** Debian's, the one without a window first: it does the same with a sixth less of the processor. */
const debians = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

/** Playwright's own Chromium where it is installed, else Debian's. */
export function chromiumOptions(): LaunchOptions {
  const installed = debians.find((path) => existsSync(path));
  return {
    ...(!existsSync(chromium.executablePath()) && installed && { executablePath: installed }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Tests watch several windows at once; none of them may be put to sleep for being behind another.
      '--disable-backgrounding-occluded-windows',
      '--disable-renderer-backgrounding',
      '--disable-background-timer-throttling',
    ],
  };
}

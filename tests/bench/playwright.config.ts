import { defineConfig } from '@playwright/test';
import tests from '../../playwright.config';

/** `npm run bench`: figures, not verdicts. One window set at a time, on the same production server as the end-to-end tests. */
export default defineConfig({
  ...tests,
  testDir: '.',
  outputDir: '../../test-results/bench',
  globalSetup: '../support/e2e-setup.ts',
  workers: 1,
  fullyParallel: false,
  timeout: 300_000,
  use: { ...tests.use, screenshot: 'only-on-failure', trace: 'off' },
  projects: [{ name: 'bench', testMatch: '*.bench.ts' }],
});

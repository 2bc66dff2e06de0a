import { defineConfig, devices } from '@playwright/test';
import { chromiumOptions } from './tests/support/chromium';

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalSetup: './tests/support/e2e-setup.ts',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1280, height: 720 },
    locale: 'en-GB',
    launchOptions: chromiumOptions(),
    screenshot: 'only-on-failure',
    trace: 'off', // costs a fifth of the time; `--trace on` where one is needed
  },
  projects: [
    { name: 'e2e', testMatch: '**/*.spec.ts', teardown: 'hosts' },
    { name: 'hosts', testMatch: '**/*.teardown.ts' },
  ],
});

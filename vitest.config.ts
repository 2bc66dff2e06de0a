import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') };
const onPostgres = { globalSetup: ['tests/support/postgres-for-the-run.ts'], environment: 'node' as const, testTimeout: 30_000, hookTimeout: 60_000 };

/** Unit tests stand beside their source; what needs a real Postgres stands in tests/integration, what breaks things on purpose in tests/faults. */
export default defineConfig({
  test: {
    projects: [
      { resolve: { alias }, test: { name: 'unit', include: ['{app,lib,server}/**/*.test.{ts,tsx}'], environment: 'node', testTimeout: 20_000 } },
      { resolve: { alias }, test: { name: 'integration', include: ['tests/integration/**/*.test.ts'], ...onPostgres } },
      { resolve: { alias }, test: { name: 'faults', include: ['tests/faults/**/*.test.ts'], ...onPostgres, testTimeout: 120_000, hookTimeout: 180_000 } },
    ],
  },
});

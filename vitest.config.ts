import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{apps,modules,kernel,platform,ui,testing,tests}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', 'tests/hard/**'],
    globalSetup: ['testing/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})

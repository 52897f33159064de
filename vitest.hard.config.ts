import { defineConfig } from 'vitest/config'

/** The sizes that the issues name. One file at a time: these tests measure what processes do under load. */
export default defineConfig({
  test: {
    include: ['tests/hard/**/*.hard.ts'],
    globalSetup: ['testing/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 900_000,
    hookTimeout: 120_000,
  },
})

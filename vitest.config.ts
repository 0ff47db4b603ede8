import { defineConfig } from 'vitest/config'

// What production runs: React's own checks for development take a quarter of the time of a page.
process.env.NODE_ENV = 'production'

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    globalSetup: 'tests/support/global-setup.ts',
    // More than there may be cores: a browser, a mail server or a second program is often waited for.
    maxWorkers: 3,
    // A process that has loaded the program runs one file after the other: starting anew takes a quarter of all time. What a
    // file changes outside itself, it puts back.
    isolate: false,
  },
})

import { defineConfig } from 'vitest/config'

/** The tests of `npm start` itself: each starts the real starter. Run by `npm test` after the browser tests, with a site that is built. */
export default defineConfig({
  test: { include: ['tests/start/**/*.test.ts'], testTimeout: 120_000, fileParallelism: false },
  resolve: { alias: [{ find: /^@\//, replacement: `${import.meta.dirname}/` }] },
})

import { defineConfig } from 'vitest/config'

// The tests of the shape of the code: they read files; those that ask PostgreSQL run in npm test. So `npm run check` can run them.
export default defineConfig({
  test: { include: ['tests/architecture/**/*.test.ts'], exclude: ['tests/architecture/{database,schema,heet-pad}.test.ts'], testTimeout: 20_000 },
  resolve: { alias: [{ find: /^@\//, replacement: `${import.meta.dirname}/` }] },
})

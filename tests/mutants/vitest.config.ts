import { defineConfig } from 'vitest/config'

const suite = new URL('./suite.ts', import.meta.url).pathname

/** `npm run test:mutants`: the tests of tests/db again and again, each time against a schema with one thing weakened. */
export default defineConfig({
  resolve: { tsconfigPaths: true },
  plugins: [
    {
      name: 'collect-database-tests',
      enforce: 'pre',
      transform: (code, id) =>
        id.includes('/tests/db/') ? code.replaceAll(`from 'vitest'`, `from '${suite}'`) : undefined,
    },
  ],
  test: {
    environment: 'node',
    include: ['tests/mutants/*.test.ts'],
    globalSetup: ['tests/db/globalSetup.ts'],
    testTimeout: 12 * 3_600_000,
    hookTimeout: 120_000,
    maxWorkers: 1,
    disableConsoleIntercept: true,
    reporters: ['dot'],
  },
})

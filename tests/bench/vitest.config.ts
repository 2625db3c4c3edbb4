import { mergeConfig } from 'vitest/config'
import base from '../../vite.config.ts'

/** `npm run bench:state`: the scenes of src/app/rerenders.test.tsx as numbers, in the same jsdom. */
const { test: _projects, ...config } = base
export default mergeConfig(config, {
  test: {
    environment: 'jsdom',
    include: ['tests/bench/state.test.tsx'],
    setupFiles: ['tests/setup.ts'],
    testTimeout: 300_000,
    disableConsoleIntercept: true,
    reporters: ['dot'],
  },
})

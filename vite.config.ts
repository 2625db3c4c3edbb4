import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import optimizeLocales from '@react-aria/optimize-locales-plugin'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { previewHeaders } from './docs/hosting/previewHeaders.ts'
import { firstPaint } from './src/app/build/firstPaint.ts'
import { embeddedSupabase } from './supabase/embedded/node/vitePlugin.ts'
import { engineVersion } from './src/render/engineVersion.mjs'
import { serviceWorker } from './src/sw/build/plugin.ts'
import { launchOptions } from './tests/chromium.mjs'

/** Digest of the code that decides what a cached answer looks like; see [Note: kept answers are not migrated]. */
function cacheVersion(): string {
  const digest = createHash('sha256')
  for (const name of ['src/domain', 'src/data', 'src/hooks/queries']) {
    const folder = fileURLToPath(new URL(name, import.meta.url))
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
    for (const file of files) {
      if (/\.tsx?$/.test(file) && !/\.(test|fixture)\./.test(file))
        digest.update(readFileSync(`${folder}/${file}`))
    }
  }
  return digest.digest('hex').slice(0, 16)
}

/** Rooms that know no browser page: tested in Node, many times faster than in a simulated page for each file. */
const PURE = ['src/{domain,story,render,media}/**/*.test.ts', 'tests/docs/**/*.test.ts']

export default defineConfig({
  define: {
    __CACHE_VERSION__: JSON.stringify(cacheVersion()),
    __ENGINE_VERSION__: JSON.stringify(engineVersion()),
  },
  plugins: [
    // What react-aria says by itself, in the languages of src/lib/i18n/languages.ts; all of it comes with dialogs, lists and menus.
    {
      ...optimizeLocales.vite({
        locales: ['en-US', 'ko-KR', 'ja-JP', 'zh-CN', 'es-ES', 'fr-FR', 'de-DE'],
      }),
      enforce: 'pre',
    },
    react(),
    tailwindcss(),
    firstPaint(),
    embeddedSupabase(),
    previewHeaders(),
    serviceWorker(),
  ],
  resolve: { tsconfigPaths: true },
  // Imported by workers, which Vite does not scan: found late, they would reload the page under the person's hands.
  optimizeDeps: {
    include: [
      '@mediabunny/aac-encoder',
      '@photostructure/tz-lookup',
      '@tensorflow/tfjs-backend-wasm',
      '@tensorflow/tfjs-converter',
      '@tensorflow/tfjs-core',
      'comlink',
      'exifreader',
      'libheif-js/libheif-wasm/libheif.js',
      'mediabunny',
      'smartcrop',
      'web-audio-beat-detector',
      'zod',
    ],
  },
  build: {
    target: 'es2022',
    manifest: true,
    sourcemap: false,
    // Every browser that can make films fetches modules ahead by itself.
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es' },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'jsdom',
          include: ['src/**/*.test.{ts,tsx}', 'tools/**/*.test.mjs'],
          exclude: PURE,
          globalSetup: ['src/render/compile.mjs', 'src/media/places/compile.mjs'],
          setupFiles: ['tests/words.ts', 'tests/setup.ts'],
          // A busy machine is slow, not wrong.
          testTimeout: 30_000,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'pure',
          environment: 'node',
          include: PURE,
          globalSetup: ['src/render/compile.mjs', 'src/media/places/compile.mjs'],
          setupFiles: ['tests/words.ts', 'tests/noErrors.ts'],
          isolate: false,
          testTimeout: 30_000,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          environment: 'node',
          include: ['tests/db/**/*.test.ts'],
          globalSetup: ['tests/db/globalSetup.ts'],
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 120_000,
          maxWorkers: 1,
        },
      },
      {
        extends: true,
        test: {
          name: 'embedded',
          environment: 'node',
          include: ['tests/embedded/**/*.test.ts'],
          setupFiles: ['tests/words.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // They wait more than they work.
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        // A package that is found only when a test asks for it reloads the page under that test, once, on a new machine.
        optimizeDeps: { entries: ['src/main.tsx', 'tests/fixtures/*.worker.ts'] },
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/words.ts'],
          globalSetup: ['src/render/compile.mjs', 'src/media/places/compile.mjs'],
          testTimeout: 120_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: launchOptions() }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
})

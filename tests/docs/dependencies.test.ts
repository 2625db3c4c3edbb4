import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'

/*
 * What can be said of the dependencies without asking anybody; see docs/dependencies.md for what `npm audit` says where it
 * can be asked. Licences are checked by `npm run lint:licences`.
 */
const ranges = z.record(z.string(), z.string())
const manifest = z
  .object({ dependencies: ranges, devDependencies: ranges })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')))
const { packages } = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        resolved: z.string().optional(),
        integrity: z.string().optional(),
        hasInstallScript: z.boolean().optional(),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync('package-lock.json', 'utf8')))
const locked = Object.entries(packages).filter(([folder]) => folder !== '')

test('every dependency is one exact version', () => {
  const all = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
  expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
})

test('every package that is installed is known by a strong hash of its content, and comes from the public registry', () => {
  expect(locked.length).toBeGreaterThan(100)
  expect(locked.filter(([, { integrity = '' }]) => !integrity.startsWith('sha512-'))).toEqual([])
  const elsewhere = locked.filter(
    ([, { resolved }]) => resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'),
  )
  expect(elsewhere).toEqual([])
})

test('no other packages than these run code of their own when they are installed', () => {
  const scripts = locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([folder]) => folder)
  expect(scripts).toEqual(['node_modules/@swc/core', 'node_modules/exifreader', 'node_modules/msw'])
})

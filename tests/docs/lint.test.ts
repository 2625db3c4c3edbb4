import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'

test('F47: the linter refuses a second place that listens to supabase-js itself', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'photomemory-lint-'))
  const file = path.join(folder, 'listens.ts')
  writeFileSync(file, "client.auth.onAuthStateChange(() => client.from('video_projects'))\n")
  try {
    const lint = () =>
      execFileSync('node_modules/.bin/oxlint', ['--config', '.oxlintrc.json', file], { encoding: 'utf8' })
    expect(lint).toThrow(
      expect.objectContaining({ stdout: expect.stringContaining('no-restricted-properties') }),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
})

/**
 * Measures what a route really loads: its chunk, the entry, and everything they import statically. The words of one
 * language come beside them; English stands for all.
 */
import { readFileSync } from 'node:fs'

const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'))

function filesOf(...entries) {
  const seen = new Set()
  const visit = (key) => {
    if (seen.has(key)) return
    seen.add(key)
    for (const imported of manifest[key].imports ?? []) visit(imported)
  }
  entries.forEach(visit)
  return [...seen].map((key) => `dist/${manifest[key].file}`).filter((file) => file.endsWith('.js'))
}

export default [
  {
    name: 'initial route',
    path: filesOf('index.html', 'src/pages/SignInPage.tsx', 'src/lib/i18n/en/index.ts'),
    limit: '170 kB',
    gzip: true,
  },
  {
    name: 'draft',
    path: filesOf(
      'index.html',
      'src/app/AppShell.tsx',
      'src/pages/NewProjectPage.tsx',
      'src/lib/i18n/en/index.ts',
      'src/lib/i18n/en/signedIn.ts',
    ),
    limit: '320 kB',
    gzip: true,
  },
]

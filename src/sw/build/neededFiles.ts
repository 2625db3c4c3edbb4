/** A chunk of the build as far as it matters here; `OutputChunk` of the bundler is one. */
export type Chunk = {
  fileName: string
  /** The modules it is made of, by their path from the root of the project. */
  modules: readonly string[]
  /** File names of what it cannot run without. */
  imports: readonly string[]
  css: readonly string[]
}

/** Where what opens offline begins: the start, the shell with its parts, the dashboard and the draft. */
export const NEEDED = [
  'index.html',
  'src/app/furtherPages.ts',
  'src/app/AppShell.tsx',
  'src/app/Background.tsx',
  'src/app/ShellCommands.tsx',
  'src/app/LinkPrefetch.tsx',
  'src/app/ConnectionStatus.tsx',
  'src/app/PersonLink.tsx',
  'src/app/SidebarTips.tsx',
  'src/app/NavigationDrawer.tsx',
  'src/app/NewVersionBar.tsx',
  'src/components/notices/Bell.tsx',
  'src/components/ui/Messages.tsx',
  'src/hooks/keepCache.ts',
  'src/hooks/keepMutations.ts',
  'src/data/session.ts',
  'src/lib/appWorker.ts',
  'src/pages/HomePage.tsx',
  'src/pages/SignInPage.tsx',
  'src/pages/ProjectsPage.tsx',
  'src/components/projects/UsagePanel.tsx',
  'src/components/projects/ProjectMenu.tsx',
  'src/pages/NewProjectPage.tsx',
  'src/story/directFilm.ts',
  'src/story/filmWishes.ts',
  'src/generation/filmWishes.ts',
  'src/generation/submitDraft.ts',
] as const

/** Files without which the words or the photos of an opened page are missing, by how their names begin. */
export const NEEDED_FILES = /^assets\/(?:ingest\.worker|(?:inter|playfair-display)-latin-wght-normal)-/

const WORDS = /^src\/lib\/i18n\/(\w+)\/(?:index|signedIn)\.ts$/

/**
 * What the service worker brings to the device, as addresses: `assets` whatever the language, `words` for each one.
 * English comes along in any case: it is what is spoken when another language cannot be had.
 * @throws when one of `NEEDED` is not in the build any more: it would silently not open offline
 */
export function neededFiles(chunks: readonly Chunk[], files: readonly string[]) {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const found = new Set<string>()
  const take = (fileName: string) => {
    const chunk = byName.get(fileName)
    if (found.has(fileName) || !chunk) return
    found.add(fileName)
    for (const file of chunk.css) found.add(file)
    chunk.imports.forEach(take)
  }
  for (const module of NEEDED) {
    const chunk = chunks.find(({ modules }) => modules.includes(module))
    if (!chunk) throw new Error(`No chunk has ${module}: see NEEDED in src/sw/build/neededFiles.ts`)
    take(chunk.fileName)
  }
  const ofWords = new Map<string, string[]>()
  for (const { fileName, modules } of chunks)
    for (const module of modules) {
      const [, tag] = WORDS.exec(module) ?? []
      if (tag !== undefined) ofWords.set(tag, [...(ofWords.get(tag) ?? []), fileName])
    }
  ofWords.get('en')?.forEach(take)
  files.filter((file) => NEEDED_FILES.test(file)).forEach((file) => found.add(file))
  const addresses = (names: Iterable<string>) => [...names].map((name) => `/${name}`).toSorted()
  const others = [...ofWords].filter(([tag]) => tag !== 'en')
  return {
    assets: addresses(found),
    words: Object.fromEntries(others.map(([tag, names]) => [tag, addresses(names)])),
  }
}

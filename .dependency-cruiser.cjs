/**
 * The rooms and the direction of imports (README, "Map of the rooms").
 * A room may import itself and the rooms listed for it; everything else is forbidden.
 */
const below = {
  domain: [],
  lib: ['domain'],
  // The service worker: nothing of the page may come into it.
  sw: ['domain'],
  data: ['lib', 'domain'],
  media: ['lib', 'domain'],
  story: ['lib', 'domain'],
  render: ['lib', 'domain'],
  stores: ['data', 'media', 'render', 'story', 'lib', 'domain'],
  generation: ['data', 'media', 'render', 'story', 'lib', 'domain'],
  hooks: ['stores', 'generation', 'data', 'media', 'render', 'story', 'lib', 'domain'],
  components: ['hooks', 'stores', 'generation', 'data', 'media', 'render', 'story', 'lib', 'domain'],
  pages: ['components', 'hooks', 'stores', 'generation', 'data', 'media', 'render', 'story', 'lib', 'domain'],
  app: [
    'pages',
    'components',
    'hooks',
    'stores',
    'generation',
    'data',
    'media',
    'render',
    'story',
    'lib',
    'domain',
  ],
}
const rooms = Object.entries(below).map(([room, allowed]) => ({
  name: `${room}-imports-downwards`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: `^src/(${[room, ...allowed].join('|')})/` },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...rooms,
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'only-data-touches-tables',
      comment: 'Tables, storage and RPC are called in src/data alone; the client itself is made in src/lib.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(lib|data)/' },
      to: { path: 'node_modules/@supabase/' },
    },
    {
      name: 'pure-rooms-stay-pure',
      comment: 'domain, story and render know neither React nor Supabase.',
      severity: 'error',
      from: { path: '^src/(domain|story|render|media|generation)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: 'node_modules/(react|react-dom|@tanstack|zustand|@supabase)/' },
    },
    {
      name: 'src-never-imports-supabase-folder',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(supabase|tests)/' },
    },
    {
      name: 'embedded-never-imports-src',
      severity: 'error',
      from: { path: '^supabase/' },
      to: { path: '^(src|tests)/' },
    },
    {
      name: 'embedded-core-is-free-of-node',
      comment: 'The core must be able to run in a browser worker; Node lives in supabase/embedded/node.',
      severity: 'error',
      from: { path: '^supabase/embedded/core/' },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'src/render/(compositor|sound/mixing)/assembly' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default', 'types'] },
  },
}

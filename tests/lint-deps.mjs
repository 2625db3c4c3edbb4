/**
 * Proves the import directions of the rooms. dependency-cruiser parses nothing and passes when its TypeScript
 * parser is missing, so the number of modules it saw is asserted as well.
 */
import { cruise } from 'dependency-cruiser'
import { createRequire } from 'node:module'

const config = createRequire(import.meta.url)('../.dependency-cruiser.cjs')
const extractTsConfig = (await import('dependency-cruiser/config-utl/extract-ts-config')).default
const { output } = await cruise(
  ['src', 'supabase'],
  {
    ...config.options,
    ruleSet: { forbidden: config.forbidden },
    validate: true,
    outputType: 'json',
  },
  undefined,
  { tsConfig: extractTsConfig('tsconfig.json') },
)
const { modules, summary } = JSON.parse(output)
const own = modules.filter(({ source }) => /^(src|supabase)\//.test(source))
const edges = own.flatMap(({ source, dependencies }) =>
  dependencies
    .filter(({ resolved }) => resolved.startsWith('src/'))
    .map(({ resolved }) => `${source} > ${resolved}`),
)
for (const { rule, from, to } of summary.violations) console.error(`${rule.name}: ${from} -> ${to}`)
if (own.length < 20 || edges.length < 20) {
  console.error(`only ${own.length} modules and ${edges.length} imports seen: the cruiser is blind`)
  process.exit(1)
}
console.log(
  `${own.length} modules, ${edges.length} imports between rooms, ${summary.violations.length} violations`,
)
process.exit(summary.violations.length > 0 ? 1 : 0)

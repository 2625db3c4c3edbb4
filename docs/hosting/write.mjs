/** Writes what hosts are configured with from docs/hosting/headers.mjs. */
import { writeFileSync } from 'node:fs'
import { format } from 'prettier'
import { hostingFiles } from './files.mjs'

for (const [file, content] of Object.entries(hostingFiles()))
  writeFileSync(
    file,
    file.endsWith('.json') ? await format(content, { parser: 'json', printWidth: 110 }) : content,
  )

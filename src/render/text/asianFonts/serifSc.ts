import unicode from '@fontsource-variable/noto-serif-sc/unicode.json'
import { asianFiles } from './asianFiles'

export const files = asianFiles(
  import.meta.glob<string>(
    '/node_modules/@fontsource-variable/noto-serif-sc/files/noto-serif-sc-*-wght-normal.woff2',
    { query: '?url&no-inline', import: 'default', eager: true },
  ),
  unicode,
)

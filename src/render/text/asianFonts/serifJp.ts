import unicode from '@fontsource-variable/noto-serif-jp/unicode.json'
import { asianFiles } from './asianFiles'

export const files = asianFiles(
  import.meta.glob<string>(
    '/node_modules/@fontsource-variable/noto-serif-jp/files/noto-serif-jp-*-wght-normal.woff2',
    { query: '?url&no-inline', import: 'default', eager: true },
  ),
  unicode,
)

import unicode from '@fontsource-variable/noto-sans-kr/unicode.json'
import { asianFiles } from './asianFiles'

export const files = asianFiles(
  import.meta.glob<string>(
    '/node_modules/@fontsource-variable/noto-sans-kr/files/noto-sans-kr-*-wght-normal.woff2',
    { query: '?url&no-inline', import: 'default', eager: true },
  ),
  unicode,
)

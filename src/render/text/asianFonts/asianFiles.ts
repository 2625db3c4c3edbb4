export interface AsianFile {
  readonly url: string
  readonly unicodeRange: string
}

/**
 * The files of one font, each with some hundred signs: `…-12-wght-normal.woff2` holds those that the package lists under `[12]`.
 * Its Latin letters are left out, films have better ones.
 */
export function asianFiles(
  urls: Readonly<Record<string, string>>,
  unicode: Readonly<Record<string, string>>,
): AsianFile[] {
  return Object.entries(urls).flatMap(([path, url]) => {
    const part = /-(\d+)-wght-normal/.exec(path)?.[1]
    const unicodeRange = part === undefined ? undefined : unicode[`[${part}]`]
    return unicodeRange === undefined ? [] : [{ url, unicodeRange }]
  })
}

const FILENAME_MAX = 255
const CAMERA_MAX = 120

/** Control characters and those that turn the direction of writing, hide, or break a line. */
const UNSAFE =
  /[\p{Cc}\p{Zl}\p{Zp}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|\p{Cs}/gu

/**
 * A file name fit to be shown and stored: no path, no control or direction-override characters, at most 255 UTF-16
 * units without cutting a character in two (the extension stays). Never empty.
 */
export function cleanFilename(name: string): string {
  const base = name.replace(UNSAFE, '').split(/[/\\]/).at(-1)?.trim() ?? ''
  if (base === '' || /^\.+$/.test(base)) return 'photo'
  if (base.length <= FILENAME_MAX) return base
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(base)?.[0] ?? ''
  return cut(base.slice(0, base.length - extension.length), FILENAME_MAX - extension.length) + extension
}

/**
 * Maker and model as people say them ("Canon EOS R5" and "NIKON D750", not "Canon Canon EOS R5" nor "NIKON CORPORATION
 * NIKON D750"), at most 120 characters, or null.
 */
export function cleanCamera(make: string, model: string): string | null {
  const [maker, kind] = [tidy(make), tidy(model)]
  const brand = maker.split(' ')[0]?.toLowerCase() ?? ''
  const repeated = brand !== '' && kind.toLowerCase().startsWith(brand)
  const camera = cut(repeated ? kind : `${maker} ${kind}`.trim(), CAMERA_MAX).trim()
  return camera === '' ? null : camera
}

function tidy(text: string): string {
  return text.replace(UNSAFE, '').replace(/\s+/g, ' ').trim()
}

/** At most `limit` UTF-16 units, ending between characters as people see them (an emoji family is one). */
function cut(text: string, limit: number): string {
  if (text.length <= limit) return text
  let end = 0
  for (const { index, segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    if (index + segment.length > limit) break
    end = index + segment.length
  }
  return text.slice(0, end)
}

/** Random, so that nothing of the person or the machine is in them. See: [Note: what a worker tells of itself] */
const randomId = () => crypto.randomUUID().slice(0, 8)

/** This page, until it is loaded anew. */
export const TAB_ID = randomId()

const KEY = 'photomemory.device'
let device: string | undefined

/** This browser profile, the same in all of its tabs; where nothing can be kept, this page alone. */
export function deviceId(): string {
  device ??= storedDevice()
  return device
}

function storedDevice(): string {
  const made = randomId()
  try {
    const kept = localStorage.getItem(KEY)
    if (kept !== null && /^[0-9a-f]{8}$/.test(kept)) return kept
    localStorage.setItem(KEY, made)
  } catch {
    // Full or forbidden.
  }
  return made
}

/** `Chrome · Windows`: names that are the same in every language. Of several that a browser calls itself, its own. */
export function browserName(userAgent: string = navigator.userAgent): string {
  const found = (known: readonly (readonly [RegExp, string])[]) =>
    known.find(([pattern]) => pattern.test(userAgent))?.[1]
  return [found(BROWSERS), found(SYSTEMS)].filter(Boolean).join(' · ')
}

const BROWSERS = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\b(OPR|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|HeadlessChrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
] as const

const SYSTEMS = [
  [/\bAndroid\b/, 'Android'],
  [/\b(iPhone|iPod)\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
] as const

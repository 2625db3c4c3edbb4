/** A pointer that rests this long on a link means it; one that passes over does not, milliseconds. */
export const INTENT_MS = 65

/**
 * Tell of every link of the page that is about to be followed: a pointer rests on it, it has the focus, or a finger or a button of
 * the mouse goes down on it. One listener for all links, also those that come later.
 * @returns stop
 */
export function watchLinks(onIntent: (url: URL) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let waiting: HTMLAnchorElement | null = null

  const soon = (event: Event) => {
    const link = linkOf(event.target)
    if (link === waiting) return
    clearTimeout(timer)
    waiting = link
    if (link) timer = setTimeout(() => tell(link), INTENT_MS)
  }
  const now = (event: Event) => {
    const link = linkOf(event.target)
    if (link) tell(link)
  }
  const tell = (link: HTMLAnchorElement) => {
    const url = new URL(link.href)
    if (url.origin === location.origin && url.pathname !== location.pathname) onIntent(url)
  }

  const soonOn = ['pointerover', 'focusin'] as const
  const nowOn = ['touchstart', 'mousedown'] as const
  for (const type of soonOn) document.addEventListener(type, soon, { passive: true })
  for (const type of nowOn) document.addEventListener(type, now, { passive: true })
  return () => {
    clearTimeout(timer)
    for (const type of soonOn) document.removeEventListener(type, soon)
    for (const type of nowOn) document.removeEventListener(type, now)
  }
}

/** The link a thing is in, if following it leads to a page of this tab. */
function linkOf(target: EventTarget | null): HTMLAnchorElement | null {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null
  return link && !link.hasAttribute('download') && !link.target ? link : null
}

type Connection = { saveData?: boolean; effectiveType?: string }

/** Does the person, or their connection, ask for no more than is needed? */
export function isSparing(): boolean {
  const { connection } = navigator as Navigator & { connection?: Connection }
  return connection?.saveData === true || (connection?.effectiveType ?? '').endsWith('2g')
}

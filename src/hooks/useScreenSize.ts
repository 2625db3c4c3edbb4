import { useSyncExternalStore } from 'react'
import type { ScreenSize } from '@/stores/ui.store'

/** Where the shell changes: the same widths as Tailwind's `md:` and `lg:`. */
const TABLET = '(width >= 48rem)'
const LAPTOP = '(width >= 64rem)'

/** Phone, tablet or laptop, and again when the window is resized or the tablet turned. */
export function useScreenSize(): ScreenSize {
  return useSyncExternalStore(subscribe, screenSize)
}

function screenSize(): ScreenSize {
  if (matchMedia(LAPTOP).matches) return 'laptop'
  return matchMedia(TABLET).matches ? 'tablet' : 'phone'
}

function subscribe(changed: () => void): () => void {
  const queries = [matchMedia(TABLET), matchMedia(LAPTOP)]
  for (const query of queries) query.addEventListener('change', changed)
  return () => {
    for (const query of queries) query.removeEventListener('change', changed)
  }
}

import { use, useSyncExternalStore } from 'react'
import type { LanguageTag } from '@/lib/i18n/languages'
import { onSpoken, spokenLanguage, type Bundle } from '@/lib/i18n/speak'

/**
 * The language on screen, null until its words have come. A component that reads it is drawn anew when it changes.
 *
 * [Note: one language for the whole page] `t` is a plain function, and most components are drawn anew because their page is:
 * src/app/speaking.tsx sees to that. Components that are drawn only when their props change (`memo`) or that stand
 * outside the pages ask here.
 */
export const useLanguage = (): LanguageTag | null => useSyncExternalStore(onSpoken, spokenLanguage)

/** Wait (Suspense) for words that a page needs. @throws when they could not be loaded */
export function useBundle(bundle: Bundle): void {
  if (!bundle.isHere()) use(bundle.coming)
}

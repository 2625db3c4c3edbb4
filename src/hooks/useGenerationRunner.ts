import { useEffect } from 'react'
import { startRunner } from '@/generation/runner'
import { t } from '@/lib/i18n'
import { notify } from '@/lib/notify'
import { onPersonLeft } from '@/lib/pagePerson'
import { canRenderFilms } from '@/render/canRenderFilms'
import { forgetSegments } from '@/render/segments/forgetSegments'
import { foundUnable } from './filmAbility'

/** This tab, in the history of the films it makes. */
const WORKER = `web:${crypto.randomUUID().slice(0, 8)}`

/** After which the page has loaded all that it shows. */
const TIDY_MS = 60_000

// What is kept of films for the next time are pictures of whoever made them.
onPersonLeft(() => void forgetSegments())

async function tidyUp(): Promise<void> {
  try {
    const segments = await import('@/render/segments/tidyUp')
    await segments.tidyUp()
  } catch (cause) {
    // It is tried again with the next page, and before every film.
    console.info('What is kept of films could not be tidied up:', cause)
  }
}

/**
 * Make the signed-in person's films while the page is open. Mounted once, near the root; null when signed out, which
 * gives back what was being made.
 *
 * [Note: who cannot make films claims none] A browser without an encoder would claim a film only to fail it for good.
 * It says so at once and leaves the film in the queue, for a browser of the same person that can.
 */
export function useGenerationRunner(userId: string | null): void {
  useEffect(() => {
    if (userId === null) return
    let stop: (() => void) | undefined
    let tidying: ReturnType<typeof setTimeout> | undefined
    let left = false
    void canRenderFilms().then((ability) => {
      if (left) return
      if (ability.ok) {
        stop = startRunner(userId, { worker: WORKER })
        tidying = setTimeout(() => void tidyUp(), TIDY_MS)
        return
      }
      console.info('This browser cannot make films:', ability.reason)
      foundUnable()
      notify.info(t('generation.cannotMake'), { id: 'cannot-make-films', sticky: true })
    })
    return () => {
      left = true
      clearTimeout(tidying)
      stop?.()
    }
  }, [userId])
}

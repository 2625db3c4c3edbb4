import { useEffect } from 'react'
import { workerText, type Worker } from '@/domain/worker'
import type { RunEvent } from '@/generation/runGeneration'
import { startRunner } from '@/generation/runner'
import { endShortage, shortage, watchShortage, type Shortage } from '@/generation/shortage'
import { t } from '@/lib/i18n'
import { log } from '@/lib/log'
import { notify } from '@/lib/notify'
import { onPersonLeft } from '@/lib/pagePerson'
import { answerTabs } from '@/lib/tabsAtWork'
import { browserName, deviceId, TAB_ID } from '@/lib/thisDevice'
import { canRenderFilms } from '@/render/canRenderFilms'
import { forgetSegments } from '@/render/segments/forgetSegments'
import { foundUnable } from './filmAbility'
import { makeWay } from './makeWay'
import { shortageText } from './shortageText'

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
    log.info('What is kept of films could not be tidied up', cause)
  }
}

/** A message over every page for as long as there is no room for a film. @returns stop */
function tellOfShortage(): () => void {
  let told: Shortage | undefined
  const tell = () => {
    const now = shortage()
    if (now === told) return
    told = now
    if (!now) return notify.dismiss(NO_ROOM)
    const action = { label: t('generation.tryNow'), onClick: endShortage }
    notify.error(shortageText(now), { id: NO_ROOM, sticky: true, action })
  }
  tell()
  return watchShortage(tell)
}
const NO_ROOM = 'no-room'

/** Who makes the films, and who wants to know how it goes. The same objects on every render. */
type RunnerAs = {
  /** Default `tab`. */
  kind?: Worker['kind']
  /** Default: what browser this is. */
  name?: string
  watch?: { onAble: (able: boolean) => void; onTurn: () => void; onEvent: (event: RunEvent) => void }
}

/**
 * Make the signed-in person's films while the page is open. Mounted once, near the root; null when signed out, which
 * gives back what was being made.
 *
 * [Note: who cannot make films claims none] A browser without an encoder would claim a film only to fail it for good.
 * It says so at once and leaves the film in the queue, for a browser of the same person that can.
 */
export function useGenerationRunner(
  userId: string | null,
  { kind = 'tab', name, watch }: RunnerAs = {},
): void {
  useEffect(answerTabs, [])
  useEffect(() => {
    if (userId === null) return
    let stop: (() => void) | undefined
    let stopTelling: (() => void) | undefined
    let tidying: ReturnType<typeof setTimeout> | undefined
    let left = false
    void canRenderFilms().then((ability) => {
      if (left) return
      if (ability.ok) {
        watch?.onAble(true)
        stop = startRunner(userId, {
          worker: workerText({ kind, tab: TAB_ID, device: deviceId(), name: name ?? browserName() }),
          onEvent: (event) => {
            makeWay(event)
            watch?.onEvent(event)
          },
          onTurn: () => watch?.onTurn(),
        })
        stopTelling = tellOfShortage()
        tidying = setTimeout(() => void tidyUp(), TIDY_MS)
        return
      }
      log.info('This browser cannot make films', ability.reason)
      foundUnable()
      watch?.onAble(false)
      notify.info(t('generation.cannotMake'), { id: 'cannot-make-films', sticky: true })
    })
    return () => {
      left = true
      clearTimeout(tidying)
      stop?.()
      stopTelling?.()
    }
  }, [userId, kind, name, watch])
}

import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { forgetPersisted } from '@/lib/localCache'
import { log } from '@/lib/log'
import { onPersonLeft } from '@/lib/pagePerson'
import { keepTrying } from '@/lib/queryClient'
import { sleep } from '@/lib/sleep'

/** A device that has not answered by then is not waited for: what it remembers comes late or not at all. */
const PATIENCE_MS = 1_000

type Kept = { client: QueryClient; userId: string; restored: Promise<unknown>; stop: () => void }
let kept: Kept | null = null

/**
 * Keep what the person has read, and what they did and has not been sent, on this device; bring back what is there.
 * It goes on until the person leaves, whatever is on the screen meanwhile. Called above everything of the person.
 * @returns whether it is still being brought back: asking the server before that would be asking for what is here
 */
export function useKeptCache(userId: string): boolean {
  const client = useQueryClient()
  useState(() => allowWaiting(client, userId))
  const [restoring, setRestoring] = useState(true)
  useEffect(() => {
    let left = false
    void Promise.race([keepFor(client, userId).restored, sleep(PATIENCE_MS)]).then(() => {
      if (!left) setRestoring(false)
    })
    return () => {
      left = true
    }
  }, [client, userId])
  return restoring
}

/**
 * What is kept waits for the network instead of failing; see [Note: kept mutations]. Said before anything of the person
 * is rendered: a mutation's options are read when its component first renders.
 */
export function allowWaiting(client: QueryClient, userId: string): void {
  client.setMutationDefaults([userId, 'mutation'], { networkMode: 'online', retry: keepTrying })
}

type Keepers = [typeof import('./keepCache'), typeof import('./keepMutations')]
let keepers: Promise<Keepers> | null = null

/** What sends each change is much code, and none of it is needed to show a page: it comes after the page, and once. */
export function loadKeepers(): Promise<Keepers> {
  keepers ??= Promise.all([import('./keepCache'), import('./keepMutations')]).catch((error: unknown) => {
    keepers = null
    throw error
  })
  return keepers
}

function keepFor(client: QueryClient, userId: string): Kept {
  if (kept?.client === client && kept.userId === userId) return kept
  kept?.stop()
  let stopKeeping: (() => void) | null = null
  let isOver = false
  const start = async () => {
    const [{ keepCache }, { keepMutations }] = await loadKeepers()
    if (isOver) return
    const answers = keepCache(client, userId)
    const mutations = keepMutations(client, userId, answers.restored)
    stopKeeping = () => {
      answers.stop()
      mutations.stop()
    }
    await mutations.restored
  }
  const stopForgetting = onPersonLeft((left) => {
    if (left !== userId) return
    started.stop()
    void forgetPersisted(left)
  })
  const started: Kept = {
    client,
    userId,
    restored: start().catch((error: unknown) => log.info('Nothing is kept on this device', error)),
    stop: () => {
      isOver = true
      stopKeeping?.()
      stopForgetting()
      if (kept === started) kept = null
    },
  }
  kept = started
  return started
}

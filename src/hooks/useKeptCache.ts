import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { forgetPersisted } from '@/lib/localCache'
import { onPersonLeft } from '@/lib/pagePerson'
import { sleep } from '@/lib/sleep'
import { keepCache } from './keepCache'
import { allowKeptMutations, keepMutations } from './keepMutations'

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
  useState(() => allowKeptMutations(client, userId))
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

function keepFor(client: QueryClient, userId: string): Kept {
  if (kept?.client === client && kept.userId === userId) return kept
  kept?.stop()
  const answers = keepCache(client, userId)
  const mutations = keepMutations(client, userId, answers.restored)
  const stopForgetting = onPersonLeft((left) => {
    if (left !== userId) return
    started.stop()
    void forgetPersisted(left)
  })
  const started: Kept = {
    client,
    userId,
    restored: mutations.restored,
    stop: () => {
      answers.stop()
      mutations.stop()
      stopForgetting()
      if (kept === started) kept = null
    },
  }
  kept = started
  return started
}

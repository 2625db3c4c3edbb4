import { isAtWork } from './atWork'

const CHANNEL = 'photomemory.atWork'
/** A tab that makes a film answers in a few milliseconds: rendering is the business of workers. */
const PATIENCE_MS = 400

const openChannel = () => (typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL))

/** Answer other tabs that ask whether something is under way here. @returns stop */
export function answerTabs(): () => void {
  const channel = openChannel()
  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (data === 'who?' && isAtWork()) channel.postMessage('me')
  })
  return () => channel?.close()
}

/** Is a film being made, or something sent, in any tab of this browser? */
export async function isAnyTabAtWork(): Promise<boolean> {
  if (isAtWork()) return true
  const channel = openChannel()
  if (!channel) return false
  const answer = await new Promise<boolean>((resolve) => {
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => data === 'me' && resolve(true))
    setTimeout(() => resolve(false), PATIENCE_MS)
    channel.postMessage('who?')
  })
  channel.close()
  return answer || isAtWork()
}

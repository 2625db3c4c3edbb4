/** What happens to the right to edit a user's draft. They are told one after the other, each when the last is through. */
export type DraftLockEvents = {
  /** This tab may edit from here on. */
  held: () => Promise<void>
  /** Another tab may; this one may again as soon as that one lets go. */
  elsewhere: () => Promise<void>
  /** Another tab asks for it: write what is not written, then stop writing. */
  leave: () => Promise<void>
}
export type DraftLock = {
  /** Ask the tab that edits to stop, and edit here. */
  takeOver: () => void
  release: () => Promise<void>
}

const ELSEWHERE_AFTER_MS = 250
const STEAL_AFTER_MS = 2_000

/**
 * One tab edits a draft at a time: whoever holds the Web Lock `draft:<userId>`.
 *
 * [Note: taking over]
 * The tab that edits is asked through a channel, writes what it has and lets go, so that nothing typed there is lost.
 * One that does not answer (frozen, crashing) loses the lock by force; it learns of that before it can write again.
 * Without Web Locks (an old browser) every tab edits, as if it were alone.
 */
export function holdDraftLock(userId: string, events: DraftLockEvents): DraftLock {
  if (!('locks' in navigator)) {
    void events.held()
    return { takeOver: () => undefined, release: events.leave }
  }
  const name = `draft:${userId}`
  const channel = new BroadcastChannel(name)
  let waiting: AbortController | null = null
  let letGo: (() => void) | null = null
  let released = false
  let told = Promise.resolve()
  const tell = (event: () => Promise<void>) => {
    told = told.then(event)
    return told
  }

  const hold = () =>
    new Promise<void>((resolve) => {
      waiting = null
      if (released) return resolve()
      letGo = resolve
      void tell(events.held)
    })

  async function request(steal: boolean): Promise<void> {
    waiting?.abort()
    const patience = new AbortController()
    // A lock that is stolen cannot be waited for as well.
    waiting = steal ? null : patience
    try {
      await navigator.locks.request(name, steal ? { steal } : { signal: patience.signal }, hold)
    } catch {
      // Waiting was given up, or another tab took the lock by force.
      if (patience.signal.aborted || released) return
      lost()
    }
  }

  function lost() {
    letGo = null
    void tell(events.elsewhere)
    void request(false)
  }

  async function giveUp() {
    const release = letGo
    if (!release) return
    await tell(events.leave)
    release()
    lost()
  }

  channel.onmessage = () => void giveUp()
  void request(false)
  const notYet = setTimeout(() => {
    if (!letGo && !released) void tell(events.elsewhere)
  }, ELSEWHERE_AFTER_MS)
  let force: ReturnType<typeof setTimeout> | undefined

  return {
    takeOver: () => {
      channel.postMessage('take over')
      force = setTimeout(() => {
        if (!letGo && !released) void request(true)
      }, STEAL_AFTER_MS)
    },
    release: async () => {
      released = true
      clearTimeout(notYet)
      clearTimeout(force)
      channel.close()
      waiting?.abort()
      if (letGo) await tell(events.leave)
      letGo?.()
    },
  }
}

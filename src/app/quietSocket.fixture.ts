import { vi } from 'vitest'
import { z } from 'zod'

/** A socket on which everybody may listen, and nothing happens. */
class QuietSocket extends EventTarget {
  readyState = 0
  onopen: (() => void) | null = null
  onmessage: ((event: { data: string }) => void) | null = null
  constructor() {
    super()
    setTimeout(() => {
      this.readyState = 1
      this.onopen?.()
    })
  }
  /** Frames are `[join reference, reference, topic, event, payload]`; each is answered with yes. */
  send(frame: unknown) {
    if (typeof frame !== 'string') return
    const [join, reference, topic, , payload] = z.array(z.unknown()).parse(JSON.parse(frame))
    const asked = joinSchema.safeParse(payload).data?.config.postgres_changes ?? []
    const response = { postgres_changes: asked.map((filter, index) => ({ ...filter, id: index + 1 })) }
    const answer = [join, reference, topic, 'phx_reply', { status: 'ok', response }]
    setTimeout(() => this.onmessage?.({ data: JSON.stringify(answer) }))
  }
  close() {}
}
const joinSchema = z.object({
  config: z.object({ postgres_changes: z.array(z.record(z.string(), z.unknown())) }),
})

// Imported before anything else: the Supabase client takes the socket that is there when it is made.
vi.stubGlobal('WebSocket', QuietSocket)

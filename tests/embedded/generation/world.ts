import { createHash, randomUUID } from 'node:crypto'
import { vi } from 'vitest'
import WebSocket from 'ws'
import { emptyDraft, type Draft } from '@/domain/draft'
import { draftTrack } from '@/domain/draftTrack.fixture'
import { startEmbedded, type StartOptions } from '../../../supabase/embedded/node/startServer'
import { startFaultProxy } from '../../faults/faultProxy'

/**
 * The app's own data and generation code in Node, on a real embedded Supabase behind a line that can be cut. What a
 * page has and Node lacks is put in its place: the address, storage, page events. Modules of src that reach the
 * server are imported after this.
 */
export async function startWorld(
  options: Pick<StartOptions, 'onMail' | 'confirmEmails' | 'tokenSeconds'> = {},
) {
  const server = await startEmbedded({ memory: true, ...options })
  const line = await startFaultProxy(server.url)
  vi.stubEnv('VITE_SUPABASE_URL', '')
  vi.stubEnv('VITE_SUPABASE_PUBLISHABLE_KEY', '')
  vi.stubGlobal('location', new URL(line.url))
  vi.stubGlobal('WebSocket', WebSocket)
  const page = typeof window === 'undefined' ? stubPage() : window
  const { signUp } = await import('@/data/session')
  const { supabase } = await import('@/lib/supabase')

  return {
    server,
    line,
    page,
    /** A new person, signed in. */
    newPerson: async (): Promise<string> => {
      await signUp({ displayName: 'Ada', email: `${randomUUID()}@example.com`, password: 'correct horse 1' })
      const { data } = await supabase.auth.getUser()
      if (!data.user) throw new Error('Nobody is signed in')
      return data.user.id
    },
    signOut: () => supabase.auth.signOut({ scope: 'local' }),
    count: async (table: string): Promise<number> => {
      const [row] = await server.sql<{ n: number }>(`select count(*)::int as n from ${table}`)
      return row?.n ?? -1
    },
    close: async () => {
      await supabase.removeAllChannels()
      await line.close()
      await server.close()
      // Whoever waited for an answer hears now that there is none; what React does about it needs the window.
      await new Promise((resolve) => setTimeout(resolve, 100))
      vi.unstubAllGlobals()
      vi.unstubAllEnvs()
    },
  }
}
export type World = Awaited<ReturnType<typeof startWorld>>

/** A draft with `count` photos whose files are a few kilobytes of their own. */
export function draftWith(count: number): { draft: Draft; readFile: (photoId: string) => Promise<Blob> } {
  const files = new Map<string, Blob>()
  const photos = Array.from({ length: count }, (_, index) => {
    const id = randomUUID()
    const bytes = Buffer.alloc(3000 + index, id)
    files.set(id, new Blob([bytes], { type: 'image/jpeg' }))
    const facts = {
      filename: `photo ${index + 1}.jpg`,
      mimeType: 'image/jpeg' as const,
      bytes: bytes.length,
      width: 1600,
      height: 1200,
      orientation: 1,
      takenAt: `2024-06-${String(index + 1).padStart(2, '0')}T12:00:00`,
      utcOffsetMinutes: 120,
      place: null,
      camera: null,
      contentHash: createHash('sha256').update(bytes).digest('hex'),
    }
    const caption = `Caption ${index + 1}`
    return { id, placementId: randomUUID(), facts, caption, choice: 'auto' as const, analysis: null }
  })
  const readFile = (photoId: string) => {
    const file = files.get(photoId)
    return file ? Promise.resolve(file) : Promise.reject(new Error(`No file ${photoId}`))
  }
  return { draft: { ...emptyDraft(), title: 'A test film', durationSeconds: 5, photos }, readFile }
}

/** The same with music of its own. */
export function draftWithTrack(count: number): ReturnType<typeof draftWith> {
  const { draft, readFile } = draftWith(count)
  const sound = new Blob(['ID3', randomUUID(), Buffer.alloc(4000, 3)], { type: '' })
  const bare = draftTrack('song.mp3', sound.size)
  const track = { ...bare, facts: { ...bare.facts, contentHash: randomUUID().replaceAll('-', '').repeat(2) } }
  return {
    draft: { ...draft, track, music: { kind: 'track', trackId: track.id } },
    readFile: (id) => (id === track.id ? Promise.resolve(sound) : readFile(id)),
  }
}

/** Stands where the browser's codecs stand: the file as it is, and a thumbnail of its first bytes. */
export const prepareInNode = async (file: Blob) => ({
  photo: file.slice(0, file.size, 'image/jpeg'),
  thumbnail: file.slice(0, 100, 'image/jpeg'),
  width: 1600,
  height: 1200,
})

function stubPage(): EventTarget {
  const page = new EventTarget()
  vi.stubGlobal('localStorage', memoryStorage())
  vi.stubGlobal('document', Object.assign(page, { visibilityState: 'visible' }))
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page))
  return page
}

function memoryStorage(): Storage {
  const values = new Map<string, string>()
  return {
    get length() {
      return values.size
    },
    key: (index) => [...values.keys()][index] ?? null,
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
    clear: () => values.clear(),
  }
}

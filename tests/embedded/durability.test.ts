import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startEmbedded } from '../../supabase/embedded/node/startServer'
import { bytesOf, jpeg, must, PASSWORD, reserve, signUp, visitor } from './people'
import { startProcess } from './serverProcess'

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'photomemory-'))
})
afterAll(() => rm(directory, { recursive: true, force: true }))

describe('a data directory', () => {
  it('loses nothing that was acknowledged before kill -9 in the middle of writes', async () => {
    const first = await startProcess(directory)
    if ('refused' in first.said) throw new Error(first.said.refused)
    const ann = await signUp(first.said, 'Ann')
    const { session } = (await ann.client.auth.getSession()).data
    const rows: string[] = []
    const files: string[] = []
    let killed = false

    const writeRows = async () => {
      while (!killed) {
        const id = crypto.randomUUID()
        const { error } = await ann.client.from('video_projects').insert({ id, title: `row ${rows.length}` })
        if (!error) rows.push(id)
      }
    }
    const writeFiles = async () => {
      while (!killed) {
        try {
          const name = await reserve(ann, 200_000)
          if (!(await ann.client.storage.from('media').upload(name, jpeg(200_000))).error) files.push(name)
        } catch {
          // The process is gone in the middle of it.
        }
      }
    }
    const writers = [writeRows(), writeRows(), writeFiles()]
    while (rows.length < 40 || files.length < 5) await new Promise((resolve) => setTimeout(resolve, 20))
    await first.kill('SIGKILL')
    killed = true
    await Promise.all(writers)

    // The lock of the killed process does not stop the next one.
    const server = await startEmbedded({ dataDirectory: directory })
    try {
      expect(server.start).toBe('existing data')
      const again = visitor(server)
      const restored = await again.auth.setSession(session ?? { access_token: '', refresh_token: '' })
      expect(restored.error).toBeNull()
      const found = new Set(
        must(await again.from('video_projects').select('id').limit(1000)).map(({ id }) => id),
      )
      expect(rows.filter((id) => !found.has(id))).toEqual([])
      for (const name of files) {
        const bytes = await must(await again.storage.from('media').download(name)).arrayBuffer()
        expect(new Uint8Array(bytes)).toEqual(bytesOf(200_000))
      }
      expect((await again.auth.signInWithPassword({ email: ann.email, password: PASSWORD })).error).toBeNull()

      // What the migrations took away from columns stays taken after a reboot.
      const theft = { subscription_plan: 'enterprise' } as never
      expect(await again.from('users').update(theft).eq('id', ann.id)).toMatchObject({ status: 403 })
      expect((await again.from('users').update({ display_name: 'Anna' }).eq('id', ann.id)).error).toBeNull()
      expect(await again.from('plans').delete().eq('id', 'free')).toMatchObject({ status: 403 })

      // While it runs, nobody else gets in, from this process or another.
      const second = await startProcess(directory)
      const { refused = '' } = 'refused' in second.said ? second.said : {}
      expect(refused).toContain(`in use by process ${process.pid}`)
      expect(refused).toContain('PHOTOMEMORY_DATA_DIR')
      await expect(startEmbedded({ dataDirectory: directory })).rejects.toThrow(`process ${process.pid}`)
    } finally {
      await server.close()
    }
  }, 120_000)

  it('is free again after a clean end, and after one whose process id somebody else has now', async () => {
    const server = await startEmbedded({ dataDirectory: directory })
    await server.close()
    await expect(readFile(path.join(directory, 'embedded.lock'))).rejects.toThrow('ENOENT')
    const stale = { pid: process.ppid, start: 'long ago', token: crypto.randomUUID(), since: 'yesterday' }
    await writeFile(path.join(directory, 'embedded.lock'), JSON.stringify(stale))
    const next = await startEmbedded({ dataDirectory: directory })
    expect(next.start).toBe('existing data')
    await next.close()
  })
})

import { expect, it } from 'vitest'
import '@/hooks/useGenerationRunner'
import { changePagePerson } from '@/lib/pagePerson'
import { SEGMENT_FOLDER } from '@/render/segments/forgetSegments'
import { DiskSegmentStore } from '@/render/segments/SegmentStore'
import { FILM_FOLDER } from '@/render/workspace'

it('nothing of a person’s films stays on the device when they leave it', async () => {
  const root = await navigator.storage.getDirectory()
  const folders = async () => {
    const names: string[] = []
    for await (const name of root.keys()) names.push(name)
    return names
  }
  changePagePerson('11111111-1111-4111-8111-111111111111')
  const store = await DiskSegmentStore.open()
  expect(await folders()).toContain(SEGMENT_FOLDER)
  const films = await root.getDirectoryHandle(FILM_FOLDER, { create: true })
  const crashed = crypto.randomUUID()
  await films.getDirectoryHandle(crashed, { create: true })
  changePagePerson(null)
  await expect.poll(folders).not.toContain(SEGMENT_FOLDER)
  const left = () =>
    films.getDirectoryHandle(crashed).then(
      () => 'there',
      () => 'gone',
    )
  await expect.poll(left).toBe('gone')
  expect(await store.keys().catch(() => new Set())).toEqual(new Set())
})

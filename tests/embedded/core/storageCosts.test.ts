import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { bytesOf, must, reserve } from '../people'
import { openInProcess, type InProcess } from './inProcess'

const RESUMABLE = '/storage/v1/upload/resumable'

let world: InProcess
let ann: Awaited<ReturnType<InProcess['signUp']>>
beforeAll(async () => {
  world = await openInProcess()
  ann = await world.signUp('Ann')
})
afterAll(() => world.embedded.close())

/** A body of which nothing is made before somebody reads it, and then so many bytes and no end. */
function endless(first = bytesOf(0)) {
  let pulls = 0
  const body = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        pulls++
        if (pulls === 1 && first.length > 0) controller.enqueue(first)
        else return new Promise(() => undefined)
      },
    },
    { highWaterMark: 0 },
  )
  return { body, pulls: () => pulls, init: { body, duplex: 'half' } as RequestInit }
}

const base64 = (text: string) => Buffer.from(text).toString('base64')
async function begin(token: string, name: string, length: number): Promise<string> {
  const fields = { bucketName: 'media', objectName: name, contentType: 'image/jpeg' }
  const answer = await world.ask(token, 'POST', RESUMABLE, {
    headers: {
      'upload-length': String(length),
      'upload-metadata': Object.entries(fields)
        .map(([key, value]) => `${key} ${base64(value)}`)
        .join(','),
    },
  })
  expect(answer.status).toBe(201)
  return answer.headers.get('location') ?? ''
}
const patch = (token: string, location: string, offset: number, init: RequestInit) =>
  world.ask(token, 'PATCH', location, {
    ...init,
    headers: { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) },
  })

describe('a form', () => {
  const form = { 'content-type': 'multipart/form-data; boundary=x' }

  it('is not read from whoever may not store there', async () => {
    const { init, pulls } = endless()
    const path = `/storage/v1/object/media/${ann.id}/free.jpg`
    const answer = await world.ask(ann.token, 'POST', path, { ...init, headers: form })
    expect(await answer.json()).toMatchObject({ statusCode: '403' })
    expect(pulls()).toBe(0)
  })

  it('is not read when it says that it is longer than any file of the bucket', async () => {
    const { init, pulls } = endless()
    const path = `/storage/v1/object/media/${await reserve(ann, 1000)}`
    const headers = { ...form, 'content-length': String(60 * 1024 ** 2) }
    const answer = await world.ask(ann.token, 'POST', path, { ...init, headers })
    expect(await answer.json()).toMatchObject({ statusCode: '413' })
    expect(pulls()).toBe(0)
  })
})

it('a copy that may not be stored takes no room, not even for a moment', async () => {
  const path = await reserve(ann, 1000)
  must(await ann.client.storage.from('media').upload(path, new Blob([bytesOf(1000)], { type: 'image/jpeg' })))
  const copy = vi.spyOn(world.objects, 'copy')
  const { error } = await ann.client.storage.from('media').copy(path, `${ann.id}/copy.jpg`)
  expect(error).toMatchObject({ statusCode: '403' })
  expect(copy).not.toHaveBeenCalled()
})

describe('a resumable upload', () => {
  it('that is begun anew gives up what had come of it: one announcement holds one file', async () => {
    const path = await reserve(ann, 3000)
    const before = (await world.objects.list()).length
    const first = await begin(ann.token, path, 3000)
    await patch(ann.token, first, 0, { body: bytesOf(1000) })
    expect(await world.objects.list()).toHaveLength(before + 1)
    const second = await begin(ann.token, path, 3000)
    expect(await world.objects.list()).toHaveLength(before)
    expect((await world.ask(ann.token, 'HEAD', first)).status).toBe(404)
    expect((await patch(ann.token, second, 0, { body: bytesOf(3000) })).status).toBe(204)
    expect(await world.objects.list()).toHaveLength(before + 1)
  })

  it('that is begun anew while its bytes come ends what comes', async () => {
    const path = await reserve(ann, 3000)
    const before = (await world.objects.list()).length
    const first = await begin(ann.token, path, 3000)
    const coming = endless(bytesOf(1000))
    const broken = patch(ann.token, first, 0, coming.init)
    await vi.waitUntil(() => coming.pulls() > 1)
    const second = await begin(ann.token, path, 3000)
    expect((await broken).status).toBe(204)
    expect(await world.objects.list()).toHaveLength(before)
    expect((await world.ask(ann.token, 'HEAD', second)).headers.get('upload-offset')).toBe('0')
  })

  it('is gone on with by one of those who waited for the request before: no piece comes twice', async () => {
    const path = await reserve(ann, 3000)
    const location = await begin(ann.token, path, 3000)
    const coming = endless(bytesOf(1000))
    const broken = patch(ann.token, location, 0, coming.init)
    await vi.waitUntil(() => coming.pulls() > 1)
    const rest = bytesOf(3000).slice(1000, 2000)
    const answers = await Promise.all([1, 2].map(() => patch(ann.token, location, 1000, { body: rest })))
    expect((await broken).status).toBe(204)
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 409])
    const end = await patch(ann.token, location, 2000, { body: bytesOf(3000).slice(2000) })
    expect(end.status).toBe(204)
    const stored = must(await ann.client.storage.from('media').download(path))
    expect(new Uint8Array(await stored.arrayBuffer())).toEqual(bytesOf(3000))
  })

  it('that ends while another request waits is gone for it', async () => {
    const path = await reserve(ann, 3000)
    const location = await begin(ann.token, path, 3000)
    const coming = endless(bytesOf(1000))
    const broken = patch(ann.token, location, 0, coming.init)
    await vi.waitUntil(() => coming.pulls() > 1)
    const answers = await Promise.all([
      world.ask(ann.token, 'DELETE', location),
      patch(ann.token, location, 1000, { body: bytesOf(3000).slice(1000) }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([204, 404])
    await broken
    expect((await ann.client.storage.from('media').exists(path)).data).toBe(false)
  })

  it('of one key is not that of another key, though neither names a person', async () => {
    const location = await begin(world.keys.secret, 'by/tool.jpg', 3000)
    expect((await world.ask(world.keys.publishable, 'HEAD', location)).status).toBe(404)
    expect((await world.ask(world.keys.secret, 'HEAD', location)).status).toBe(200)
  })
})

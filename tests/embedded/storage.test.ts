import { JSDOM } from 'jsdom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startEmbedded, type StartedServer } from '../../supabase/embedded/node/startServer'
import { bytesOf, jpeg, must, reserve, signUp, storePhoto, visitor, type Person } from './people'

let server: StartedServer
let ann: Person
let bob: Person
beforeAll(async () => {
  server = await startEmbedded({ memory: true })
  ;[ann, bob] = [await signUp(server, 'Ann'), await signUp(server, 'Bob')]
})
afterAll(() => server.close())

const media = ({ client }: Person) => client.storage.from('media')

describe('uploading', () => {
  it('keeps a blob (multipart) and raw bytes alike', async () => {
    const blobPath = await reserve(ann, 3000)
    const stored = must(await media(ann).upload(blobPath, jpeg(3000), { cacheControl: '600' }))
    expect(stored).toMatchObject({ path: blobPath, fullPath: `media/${blobPath}` })
    const rawPath = await reserve(ann, 3000)
    const raw = bytesOf(3000).buffer
    must(await media(ann).upload(rawPath, raw, { contentType: 'image/jpeg', metadata: { from: 'test' } }))
    for (const path of [blobPath, rawPath]) {
      const bytes = new Uint8Array(await must(await media(ann).download(path)).arrayBuffer())
      expect(bytes).toEqual(bytesOf(3000))
    }
    expect(must(await media(ann).info(rawPath))).toMatchObject({
      name: rawPath,
      size: 3000,
      contentType: 'image/jpeg',
      metadata: { from: 'test' },
    })
    const [row] = await server.sql<{ metadata: unknown }>(
      'select metadata from storage.objects where name = $1',
      [blobPath],
    )
    expect(row?.metadata).toEqual({
      eTag: expect.stringMatching(/^"[0-9a-f]{32}"$/),
      size: 3000,
      mimetype: 'image/jpeg',
      cacheControl: 'max-age=600',
      lastModified: expect.any(String),
      contentLength: 3000,
      httpStatusCode: 200,
    })
  })

  it('refuses what nobody reserved, another type, more bytes, a second time, and climbing paths', async () => {
    const refusal = async (path: string, body: Blob) => (await media(ann).upload(path, body)).error
    expect(await refusal(`${ann.id}/free.jpg`, jpeg(10))).toMatchObject({
      statusCode: '403',
      message: 'new row violates row-level security policy',
    })
    expect(await refusal(`${bob.id}/${crypto.randomUUID()}.jpg`, jpeg(10))).toMatchObject({
      statusCode: '403',
    })
    const path = await reserve(ann, 100)
    expect(await refusal(path, new Blob(['<svg/>'], { type: 'image/svg+xml' }))).toMatchObject({
      statusCode: '415',
    })
    expect(await refusal(path, new Blob([bytesOf(10)], { type: 'image/png' }))).toMatchObject({
      statusCode: '403',
    })
    expect(await refusal(path, jpeg(101))).toMatchObject({ statusCode: '403' })
    must(await media(ann).upload(path, jpeg(100)))
    expect(await refusal(path, jpeg(100))).toMatchObject({
      statusCode: '409',
      message: 'The resource already exists',
    })
    const climbing = await fetch(`${server.url}/storage/v1/object/media/${ann.id}%2F..%2F${bob.id}%2Fx.jpg`, {
      method: 'POST',
      headers: { apikey: server.publishableKey, 'content-type': 'image/jpeg' },
      body: jpeg(10),
    })
    expect(await climbing.json()).toMatchObject({ statusCode: '400', error: 'InvalidKey' })
    const nowhere = await ann.client.storage.from('nowhere').upload('a.jpg', jpeg(10))
    expect(nowhere.error).toMatchObject({ statusCode: '404', message: 'Bucket not found' })
    expect((await visitor(server).storage.from('media').upload(path, jpeg(10))).error).toMatchObject({
      statusCode: '403',
    })
  })

  it('leaves nothing behind when it is refused half-way', async () => {
    await server.sql(`update storage.buckets set file_size_limit = 5000 where id = 'media'`)
    const { token, path } = must(await media(ann).createSignedUploadUrl(await reserve(ann, 4000)))
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(bytesOf(1000)),
    })
    const response = await fetch(`${server.url}/storage/v1/object/upload/sign/media/${path}?token=${token}`, {
      method: 'PUT',
      headers: { 'content-type': 'image/jpeg' },
      body: endless,
      duplex: 'half',
    } as RequestInit)
    expect(await response.json()).toMatchObject({ statusCode: '413' })
    expect((await media(ann).exists(path)).data).toBe(false)
    await server.sql(`update storage.buckets set file_size_limit = 52428800 where id = 'media'`)
  })
})

describe('a signed upload', () => {
  it('is done with XMLHttpRequest, from another origin, and tells its progress', async () => {
    const size = 3_000_000
    const { signedUrl, path } = must(await media(ann).createSignedUploadUrl(await reserve(ann, size)))
    const { window } = new JSDOM('', { url: 'http://page.example.test/' })
    const progress: number[] = []
    const status = await new Promise<number>((resolve, reject) => {
      const xhr = new window.XMLHttpRequest()
      xhr.upload.onprogress = ({ loaded }) => progress.push(loaded)
      xhr.onload = () => resolve(xhr.status)
      xhr.onerror = () => reject(new Error('the upload failed'))
      xhr.open('PUT', signedUrl)
      xhr.setRequestHeader('content-type', 'image/jpeg')
      xhr.setRequestHeader('cache-control', 'max-age=31536000')
      xhr.setRequestHeader('x-upsert', 'false')
      xhr.send(new window.Blob([bytesOf(size).buffer], { type: 'image/jpeg' }))
    })
    window.close()
    expect(status).toBe(200)
    expect(progress.at(-1)).toBe(size)
    expect(must(await media(ann).info(path))).toMatchObject({ size, cacheControl: 'max-age=31536000' })
    const [row] = await server.sql<{ owner: string }>('select owner from storage.objects where name = $1', [
      path,
    ])
    expect(row?.owner).toBe(ann.id)
  })

  it('works through storage-js, for its own path only, and once', async () => {
    const { token, path } = must(await media(ann).createSignedUploadUrl(await reserve(ann, 50)))
    const anyone = visitor(server).storage.from('media')
    const other = await reserve(ann, 50)
    expect((await anyone.uploadToSignedUrl(other, token, jpeg(50))).error?.message).toContain('signature')
    expect(must(await anyone.uploadToSignedUrl(path, token, jpeg(50))).path).toBe(path)
    expect((await anyone.uploadToSignedUrl(path, token, jpeg(50))).error).toMatchObject({ statusCode: '409' })
    expect((await anyone.uploadToSignedUrl(path, 'forged', jpeg(50))).error).not.toBeNull()
  })

  it('is signed only for what the person may store', async () => {
    expect((await media(ann).createSignedUploadUrl(`${ann.id}/free.jpg`)).error).toMatchObject({
      statusCode: '403',
    })
    const hers = await reserve(ann, 50)
    expect((await media(bob).createSignedUploadUrl(hers)).error).toMatchObject({ statusCode: '403' })
  })
})

describe('a resumable upload', () => {
  const base64 = (text: string) => Buffer.from(text).toString('base64')
  const begin = async (
    person: Person,
    bucketName: string,
    objectName: string,
    length: number,
    contentType = 'image/jpeg',
  ) => {
    const { data } = await person.client.auth.getSession()
    const fields = Object.entries({ bucketName, objectName, contentType })
    return fetch(`${server.url}/storage/v1/upload/resumable`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${data.session?.access_token}`,
        'tus-resumable': '1.0.0',
        'upload-length': String(length),
        'upload-metadata': fields.map(([name, value]) => `${name} ${base64(value)}`).join(','),
      },
    })
  }
  const go = async (
    person: Person,
    location: string,
    method: string,
    offset = 0,
    body: Blob | null = null,
  ) => {
    const { data } = await person.client.auth.getSession()
    return fetch(server.url + location, {
      method,
      headers: {
        authorization: `Bearer ${data.session?.access_token}`,
        'content-type': 'application/offset+octet-stream',
        'upload-offset': String(offset),
      },
      body,
    })
  }

  it('is stored when its last piece has come, with the size and type that were announced', async () => {
    const path = await reserve(ann, 3000)
    const location = (await begin(ann, 'media', path, 3000)).headers.get('location') ?? ''
    const [first, rest] = [jpeg(3000).slice(0, 1000), jpeg(3000).slice(1000)]
    const pieces = [await go(ann, location, 'PATCH', 0, first), await go(ann, location, 'HEAD')]
    expect(pieces.map(({ headers }) => headers.get('upload-offset'))).toEqual(['1000', '1000'])
    expect((await media(ann).exists(path)).data).toBe(false)
    expect((await go(ann, location, 'PATCH', 500, rest)).status).toBe(409)
    expect((await go(ann, location, 'PATCH', 1000, rest)).status).toBe(204)
    expect(must(await media(ann).info(path))).toMatchObject({ size: 3000, contentType: 'image/jpeg' })
    const bytes = new Uint8Array(await must(await media(ann).download(path)).arrayBuffer())
    expect(bytes).toEqual(bytesOf(3000))
    expect((await begin(ann, 'media', path, 3000)).status).toBe(409)
  })

  it('is begun only where a signed one may be', async () => {
    const path = await reserve(ann, 3000)
    const statuses = [
      await begin(ann, 'media', `${ann.id}/free.jpg`, 3000),
      await begin(bob, 'media', path, 3000),
      await begin(ann, 'media', path, 3001),
      await begin(ann, 'media', path, 3000, 'image/png'),
      await begin(ann, 'media', path, 3000, 'image/svg+xml'),
      await begin(ann, 'media', path, 10 ** 9),
      await begin(ann, 'media', `${ann.id}/../${bob.id}/x.jpg`, 3000),
      await begin(ann, 'nowhere', path, 3000),
    ].map(({ status }) => status)
    expect(statuses).toEqual([403, 403, 403, 403, 415, 413, 400, 404])
  })

  it('is nobody else’s to look at, to go on with or to end, and takes no more than was announced', async () => {
    const path = await reserve(ann, 3000)
    const location = (await begin(ann, 'media', path, 3000)).headers.get('location') ?? ''
    for (const method of ['HEAD', 'PATCH', 'DELETE'])
      expect((await go(bob, location, method, 0, method === 'PATCH' ? jpeg(10) : null)).status).toBe(404)
    expect((await go(ann, location, 'PATCH', 0, jpeg(3001))).status).toBe(413)
    expect((await go(ann, location, 'DELETE')).status).toBe(204)
    expect((await go(ann, location, 'HEAD')).status).toBe(404)
  })
})

describe('a signed URL', () => {
  const get = (url: string, headers: Record<string, string> = {}, method = 'GET') =>
    fetch(url, { headers, method })

  it('serves the whole, ranges, headers only, and nothing new', async () => {
    const path = await storePhoto(ann, 5000)
    const { signedUrl } = must(await media(ann).createSignedUrl(path, 60))
    const whole = await get(signedUrl)
    expect(whole.status).toBe(200)
    expect(new Uint8Array(await whole.arrayBuffer())).toEqual(bytesOf(5000))
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      'accept-ranges': 'bytes',
      'content-length': '5000',
      'content-type': 'image/jpeg',
      'cache-control': 'max-age=3600',
      'x-content-type-options': 'nosniff',
    })
    const cases = [
      ['bytes=100-199', 100, 200, 'bytes 100-199/5000'],
      ['bytes=4990-', 4990, 5000, 'bytes 4990-4999/5000'],
      ['bytes=-10', 4990, 5000, 'bytes 4990-4999/5000'],
      ['bytes=4000-9999', 4000, 5000, 'bytes 4000-4999/5000'],
    ] as const
    for (const [range, start, end, answered] of cases) {
      const part = await get(signedUrl, { range })
      expect([part.status, part.headers.get('content-range')]).toEqual([206, answered])
      expect(new Uint8Array(await part.arrayBuffer())).toEqual(bytesOf(5000).slice(start, end))
    }
    expect((await get(signedUrl, { range: 'bytes=5000-' })).status).toBe(416)
    const head = await get(signedUrl, {}, 'HEAD')
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '5000', ''])
    const etag = whole.headers.get('etag') ?? ''
    expect((await get(signedUrl, { 'if-none-match': etag })).status).toBe(304)
    expect((await get(signedUrl, { range: 'bytes=0-9', 'if-range': '"other"' })).status).toBe(200)
  })

  it('saves under the asked name', async () => {
    const path = await storePhoto(ann)
    const { signedUrl } = must(await media(ann).createSignedUrl(path, 60, { download: 'Été à la mer.jpg' }))
    const disposition = (await get(signedUrl)).headers.get('content-disposition') ?? ''
    expect(disposition).toMatch(/^attachment;/)
    expect(decodeURIComponent(disposition.split("filename*=UTF-8''")[1] ?? '')).toBe('Été à la mer.jpg')
  })

  it('opens its own object, until it expires', async () => {
    const [path, other] = [await storePhoto(ann), await storePhoto(ann)]
    const { signedUrl } = must(await media(ann).createSignedUrl(path, 1))
    expect((await get(signedUrl.replace(path, other))).status).toBe(400)
    await new Promise((resolve) => setTimeout(resolve, 2100))
    expect((await get(signedUrl)).status).toBe(400)
  })

  it('is made for several at once, and not for what one cannot see', async () => {
    const [hers, his] = [await storePhoto(ann), await storePhoto(bob)]
    const signed = must(await media(ann).createSignedUrls([hers, his], 60))
    expect(signed.map(({ error, signedUrl }) => [error === null, Boolean(signedUrl)])).toEqual([
      [true, true],
      [false, false],
    ])
    expect((await media(bob).createSignedUrl(hers, 60)).error).toMatchObject({ message: 'Object not found' })
  })
})

describe('the objects of a person', () => {
  it('are listed, with folders, search and pages', async () => {
    const eve = await signUp(server, 'Eve')
    const paths = [await storePhoto(eve), await storePhoto(eve), await storePhoto(eve)]
    const names = paths.map((path) => path.split('/')[1] ?? '').toSorted()
    const listed = must(await media(eve).list(eve.id))
    expect(listed.map(({ name }) => name)).toEqual(names)
    expect(listed[0]).toMatchObject({ metadata: { size: 2000, mimetype: 'image/jpeg' } })
    expect(must(await media(eve).list()).map(({ name, id }) => [name, id])).toEqual([[eve.id, null]])
    const paged = must(
      await media(eve).list(eve.id, { limit: 1, offset: 1, sortBy: { column: 'name', order: 'desc' } }),
    )
    expect(paged.map(({ name }) => name)).toEqual([names[1]])
    expect(must(await media(eve).list(eve.id, { search: names[2] ?? '' })).map(({ name }) => name)).toEqual([
      names[2],
    ])
  })

  it('can be removed; then they and their bytes are gone', async () => {
    const path = await storePhoto(ann)
    expect((await media(ann).exists(path)).data).toBe(true)
    expect(must(await media(ann).remove([path])).map(({ name }) => name)).toEqual([path])
    expect((await media(ann).exists(path)).data).toBe(false)
    expect((await media(ann).download(path)).error).not.toBeNull()
  })

  it('are not seen, changed or removed by others', async () => {
    const path = await storePhoto(ann)
    expect(must(await media(bob).list(ann.id))).toEqual([])
    expect((await media(bob).exists(path)).data).toBe(false)
    expect((await media(bob).download(path)).error).not.toBeNull()
    expect(must(await media(bob).remove([path]))).toEqual([])
    expect((await media(bob).move(path, `${bob.id}/mine.jpg`)).error).toMatchObject({
      message: 'Object not found',
    })
    expect((await media(bob).copy(path, `${bob.id}/mine.jpg`)).error).toMatchObject({
      message: 'Object not found',
    })
    expect((await visitor(server).storage.from('media').download(path)).error).not.toBeNull()
    expect((await media(ann).exists(path)).data).toBe(true)
  })
})

describe('moving and copying', () => {
  it('follow the policies of the bucket', async () => {
    await server.sql(`insert into storage.buckets (id, name) values ('drawer', 'drawer')`)
    await server.sql(
      `create policy drawer on storage.objects for all to authenticated using (bucket_id = 'drawer')`,
    )
    const drawer = ann.client.storage.from('drawer')
    must(await drawer.upload('one.txt', new Blob(['one'], { type: 'text/plain' })))
    must(await drawer.copy('one.txt', 'kept/copy.txt'))
    must(await drawer.move('one.txt', 'two.txt'))
    must(await drawer.upload('two.txt', new Blob(['newer'], { type: 'text/plain' }), { upsert: true }))
    expect((await drawer.exists('one.txt')).data).toBe(false)
    expect(await must(await drawer.download('two.txt')).text()).toBe('newer')
    expect(await must(await drawer.download('kept/copy.txt')).text()).toBe('one')
    expect(must(await drawer.list()).map(({ name }) => name)).toEqual(['kept', 'two.txt'])
    // Without a policy for updating, as in `media`, nothing moves.
    const path = await storePhoto(ann)
    expect((await media(ann).move(path, `${ann.id}/elsewhere.jpg`)).error).not.toBeNull()
  })
})

import { describe, expect, test } from 'vitest'
import { positionAt } from '@/domain/position'
import { editorDesk, placed } from './editorDesk.fixture'
import { captionKey } from './textSaver'

const photos = [1, 2, 3, 4, 5].map((number) => placed(number))
const [first = placed(1)] = photos

describe('undo', () => {
  test('takes back the last thing that was done, and redo does it again', async () => {
    const { texts, steps, shown } = editorDesk(photos)
    texts.put('title', 'Sea', 'Lake')
    await texts.flush()
    texts.put(captionKey(first.id), 'Dawn', '')
    await texts.flush()
    steps.undo()
    await texts.flush()
    expect(shown()).toMatchObject({ title: 'Sea' })
    expect(shown().photos[0]).toEqual([first.id, ''])
    steps.undo()
    await texts.flush()
    expect(shown().title).toBe('Lake')
    steps.redo()
    steps.redo()
    await texts.flush()
    expect(shown().title).toBe('Sea')
    expect(shown().photos[0]).toEqual([first.id, 'Dawn'])
  })
  test('takes back what is being typed and not saved yet', async () => {
    const { texts, steps, shown, server } = editorDesk(photos)
    texts.put('title', 'Sea', 'Lake')
    steps.undo()
    expect(shown().title).toBe('Lake')
    await texts.flush()
    expect(server.project.title).toBe('Lake')
  })
  test('brings back what stood where nothing valid stands now, and counts that as one step', async () => {
    const { texts, steps, shown } = editorDesk(photos)
    texts.put('style', 'modern', 'classic')
    await texts.flush()
    texts.put('title', '', 'Lake')
    steps.undo()
    expect(shown()).toMatchObject({ title: 'Lake', style: 'modern' })
    steps.undo()
    expect(shown()).toMatchObject({ style: 'classic' })
  })
  test('brings music back as it was, and whether a photo is shown', async () => {
    const { texts, edits, steps, server } = editorDesk(photos)
    const chosen = () => server.photos.find(({ id }) => id === first.id)?.choice
    texts.put('music', 'score:wide:7', 'score:auto:1')
    await texts.flush()
    edits.choose(first, 'keep')
    await edits.flush()
    expect([server.project.music, chosen()]).toEqual([{ kind: 'score', mood: 'wide', seed: 7 }, 'keep'])
    steps.undo()
    await edits.flush()
    expect(chosen()).toBe('auto')
    steps.undo()
    await texts.flush()
    expect(server.project.music).toEqual({ kind: 'score', mood: 'auto', seed: 1 })
    steps.redo()
    steps.redo()
    await Promise.all([texts.flush(), edits.flush()])
    expect([server.project.music, chosen()]).toEqual([{ kind: 'score', mood: 'wide', seed: 7 }, 'keep'])
  })
  test('leaves what somebody else has changed since, and says so', async () => {
    const { texts, steps, shown, server, told, store } = editorDesk(photos)
    texts.put('title', 'Sea', 'Lake')
    await texts.flush()
    server.project = { ...server.project, title: 'Ben’s title' }
    steps.undo()
    await texts.flush()
    expect(shown().title).toBe('Ben’s title')
    expect(told.overtaken).toBe(1)
    expect(store.getState().history).toEqual({ past: [], future: [] })
  })
  test('takes back only the fields of an edit that still stand', async () => {
    const { texts, steps, shown, server } = editorDesk(photos)
    texts.put('title', 'Sea', 'Lake')
    texts.put('style', 'modern', 'classic')
    await texts.flush()
    server.project = { ...server.project, title: 'Ben’s title' }
    steps.undo()
    expect(shown()).toMatchObject({ title: 'Ben’s title', style: 'classic' })
  })
  test('takes back a cut between two photos as one, except what somebody else has changed since', async () => {
    const { edits, steps, server, told } = editorDesk(photos)
    const holds = () => server.photos.slice(0, 2).map(({ direction }) => direction.holdSeconds)
    const [one, two] = server.photos
    if (!one || !two) throw new Error('There are five photos')
    edits.direct([
      { photo: one, to: { holdSeconds: 5 } },
      { photo: two, to: { holdSeconds: 3 } },
    ])
    await edits.flush()
    expect(holds()).toEqual([5, 3])
    steps.undo()
    await edits.flush()
    expect(holds()).toEqual([null, null])
    steps.redo()
    await edits.flush()
    server.photos = server.photos.map((photo) =>
      photo.id === one.id ? { ...photo, direction: { ...photo.direction, holdSeconds: 9 } } : photo,
    )
    steps.undo()
    await edits.flush()
    expect([holds(), told.overtaken]).toEqual([[9, null], 0])
  })
  test('leaves a photo where somebody else has put it since', async () => {
    const { edits, steps, server, told } = editorDesk(photos)
    edits.move(first, 'a9')
    await edits.flush()
    server.photos = server.photos.map((photo) =>
      photo.id === first.id ? { ...photo, position: 'a2V' } : photo,
    )
    steps.undo()
    await edits.flush()
    expect(server.photos.find(({ id }) => id === first.id)?.position).toBe('a2V')
    expect(told.overtaken).toBe(1)
  })
  test('of a photo that somebody else removed does nothing', async () => {
    const { edits, steps, server, told } = editorDesk(photos)
    edits.move(first, 'a9')
    await edits.flush()
    server.photos = server.photos.filter(({ id }) => id !== first.id)
    steps.undo()
    expect([server.photos.length, told.overtaken]).toEqual([4, 1])
  })
  test('brings a removed photo back to its place with its caption, also when the server knew already', async () => {
    const { edits, steps, shown } = editorDesk([{ ...first, caption: 'Dawn' }, ...photos.slice(1)])
    const before = shown()
    edits.remove({ ...first, caption: 'Dawn' })
    await edits.flush()
    expect(shown().photos).toHaveLength(4)
    steps.undo()
    await edits.flush()
    expect(shown()).toEqual(before)
  })
})

test('two hundred times: whatever was done, undo leads back to the beginning and redo to the end', async () => {
  let seed = 20251123
  const random = (below: number) => {
    seed = (seed * 1_664_525 + 1_013_904_223) >>> 0
    return Math.floor((seed / 2 ** 32) * below)
  }
  const styles = ['classic', 'modern', 'cinematic', 'vintage'] as const
  for (let run = 0; run < 200; run++) {
    const { texts, edits, steps, shown, server, store } = editorDesk(photos)
    const settle = async () => {
      await texts.flush()
      // Some removals are known to the server, some not yet.
      if (random(2) === 0) await edits.flush()
    }
    const directions = () =>
      server.photos
        .filter(({ id }) => !store.getState().removedIds.includes(id))
        .map(({ direction }) => direction)
    const all = () => ({ ...shown(), directions: directions() })
    const before = all()
    for (let n = random(12); n > 0; n--) {
      const seen = server.photos.filter(({ id }) => !store.getState().removedIds.includes(id))
      const photo = seen[random(seen.length)]
      const doing = random(photo ? 6 : 2)
      if (doing === 0) texts.put('title', `Title ${random(3)}`, server.project.title)
      else if (doing === 1) texts.put('style', styles[random(4)] ?? 'classic', server.project.style)
      else if (photo && doing === 2) texts.put(captionKey(photo.id), `Caption ${random(3)}`, photo.caption)
      else if (photo && doing === 3) edits.move(photo, positionAt(seen, photo.id, random(seen.length)))
      else if (photo && doing === 4) {
        const holdSeconds = random(3) === 0 ? null : 1 + random(5)
        edits.direct([{ photo, to: { holdSeconds, entrance: random(2) ? 'wipe' : null } }])
      } else if (photo) edits.remove(photo)
      await settle()
    }
    const after = all()
    while (store.getState().history.past.length > 0) {
      steps.undo()
      await settle()
    }
    expect(all(), `run ${run}`).toEqual(before)
    while (store.getState().history.future.length > 0) {
      steps.redo()
      await settle()
    }
    expect(all(), `run ${run}`).toEqual(after)
    await edits.flush()
  }
}, 60_000)

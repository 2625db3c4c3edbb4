import { describe, expect, it } from 'vitest'
import type { Storyboard } from '@/domain/storyboard'
import type { Desk, Job, SegmentJob } from './desk'
import { filmOf } from './film.fixture'
import type { DoneFrames } from './doneFrames'
import { Office } from './Office'
import { segmentCount } from './segmentKey'

/** Eight segments; the keys say which photos the film has. */
const film = filmOf([1, 2, 3, 4])
const photosOf = ({ shots }: Storyboard) => shots.map(({ panels }) => panels[0]?.photoId.slice(-1)).join('')
const keysOf = (storyboard: Storyboard) =>
  Promise.resolve(
    Array.from({ length: segmentCount(storyboard) }, (_, index) =>
      // The first half does not show what is left out of the second.
      index < 4 ? `${index}` : `${index} ${photosOf(storyboard)}`,
    ),
  )

async function openOffice(kept: readonly string[] = []) {
  const progress: DoneFrames[] = []
  const office = await Office.open({
    storyboard: film,
    keysOf,
    kept,
    readPhoto: () => Promise.resolve(new Blob()),
    onProgress: (frames) => progress.push(frames),
  })
  return { office, progress }
}

const ascending = (one: number, other: number) => one - other
const isSegment = (job: Job): job is SegmentJob => job.kind === 'segment'

function make(desk: Desk, job: SegmentJob): void {
  desk.painted(job.endFrame - job.startFrame)
  if (job.thumbnailFrame >= 0) desk.thumbnail(new Blob(['thumbnail']))
  desk.kept(job)
}

/** Makes all it is given until it is to come to an end. @returns what it was given */
async function workUntilDrained(desk: Desk): Promise<SegmentJob[]> {
  const made: SegmentJob[] = []
  for (;;) {
    const { job } = await desk.next()
    if (!isSegment(job)) return made
    make(desk, job)
    made.push(job)
  }
}

describe('a film that is made', () => {
  it('consists of segments that each are given out once, and counts their frames', async () => {
    const { office, progress } = await openOffice()
    const made = await workUntilDrained(office.desk(0))
    expect(made.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect(made.filter(({ thumbnailFrame }) => thumbnailFrame >= 0)).toHaveLength(1)
    expect(progress.at(-1)).toEqual({ done: 480, found: 0 })
    expect(progress.map(({ done }) => done)).toEqual(
      progress.map(({ done }) => done).toSorted((a, b) => a - b),
    )
  })

  it('leaves alone what was kept, and counts it as done but found', async () => {
    const { office } = await openOffice(['0', '1', '3'])
    expect(office.frames).toEqual({ done: 180, found: 180 })
    const made = await workUntilDrained(office.desk(0))
    expect(made.map(({ index }) => index).toSorted(ascending)).toEqual([2, 4, 5, 6, 7])
    expect(office.made).toBe(5)
    expect(office.frames).toEqual({ done: 480, found: 180 })
  })

  it('has its thumbnail painted for itself when the segment that shows it was kept', async () => {
    const all = await keysOf(film)
    const { office } = await openOffice(all)
    const { job } = await office.desk(0).next()
    expect(job.kind).toBe('thumbnail')
    const drained = await office.desk(1).next()
    expect(drained.job.kind).toBe('drain')
  })

  it('takes back frames that have to be painted again', async () => {
    const { office } = await openOffice()
    const desk = office.desk(0)
    await desk.next()
    desk.painted(32)
    desk.painted(-32)
    expect(office.frames.done).toBe(0)
  })
})

describe('an encoder without work', () => {
  it('is told to bring its work to an end, waits, and is given what comes up', async () => {
    const { office } = await openOffice()
    const [busy, idle] = [office.desk(0), office.desk(1)]
    const all = await workUntilDrained(busy)
    expect(all).toHaveLength(8)
    expect((await idle.next()).job.kind).toBe('drain')
    const waiting = idle.next()
    office.lose(3)
    expect((await waiting).job).toMatchObject({ kind: 'segment', index: 3 })
  })

  it('is sent home at the end, and hears of a failure', async () => {
    const { office } = await openOffice(await keysOf(film))
    const desks = [office.desk(0), office.desk(1)] as const
    await desks[0].next()
    for (const desk of desks) await desk.next()
    const waiting = desks[1].next()
    office.end()
    expect((await waiting).job.kind).toBe('end')
    const failing = await openOffice()
    await workUntilDrained(failing.office.desk(0))
    const waits = [failing.office.desk(0).next(), failing.office.whenDone(2)]
    const lost = new Error('lost')
    failing.office.fail(lost)
    for (const wait of waits) await expect(wait).rejects.toBe(lost)
  })
})

describe('a photo that cannot be read', () => {
  const photo = film.shots[2]?.panels[0]?.photoId ?? ''

  it('changes the film for all encoders; what does not show it stays', async () => {
    const { office } = await openOffice()
    const [one, other] = [office.desk(0), office.desk(1)]
    const first = (await one.next()).job
    const fifth = (await other.next()).job
    expect([first, fifth]).toMatchObject([{ index: 0 }, { index: 4 }])
    await other.unreadable(photo)
    expect(office.skippedPhotoIds).toEqual([photo])
    const again = await other.next()
    expect(again.storyboard?.shots).toHaveLength(3)
    expect(again.job).toMatchObject({ kind: 'segment', key: expect.stringMatching(/ 124$/) })
    // The first was begun with the film as it was, and is right in the new one too.
    if (isSegment(first)) make(one, first)
    const next = await one.next()
    expect(next.job).toMatchObject({ index: 1 })
    expect(next.storyboard?.shots).toHaveLength(3)
    expect((await one.next()).storyboard).toBeNull()
  })

  it('is left out once, whoever meets it', async () => {
    const { office } = await openOffice()
    const desks = [office.desk(0), office.desk(1)] as const
    for (const desk of desks) await desk.next()
    await Promise.all(desks.map((desk) => desk.unreadable(photo)))
    expect(office.skippedPhotoIds).toEqual([photo])
    const made = [...(await workUntilDrained(desks[0])), ...(await workUntilDrained(desks[1]))]
    expect(made.map(({ index }) => index).toSorted(ascending)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  })

  it('ends the film when it was the last one', async () => {
    const { office } = await openOffice()
    const desk = office.desk(0)
    await desk.next()
    const ids = film.shots.map(({ panels }) => panels[0]?.photoId ?? '')
    for (const id of ids.slice(1)) await desk.unreadable(id)
    await expect(desk.unreadable(ids[0] ?? '')).rejects.toMatchObject({ code: 'photo_unreadable' })
    await expect(office.whenKept(7)).rejects.toMatchObject({ code: 'photo_unreadable' })
  })
})

it('makes all again that was found, when none of it can be used', async () => {
  const { office } = await openOffice(['0', '1', '2', '3'])
  await workUntilDrained(office.desk(0))
  office.loseFound()
  expect((await workUntilDrained(office.desk(0))).map(({ index }) => index)).toEqual([0, 1, 2, 3])
})

it('makes again what was deleted with a film that has changed', async () => {
  const { office } = await openOffice()
  const desk = office.desk(0)
  const made = await workUntilDrained(desk)
  office.gone(made.slice(0, 3).map(({ key }) => key))
  expect(office.frames).toEqual({ done: 300, found: 0 })
  expect((await workUntilDrained(desk)).map(({ index }) => index)).toEqual([0, 1, 2])
})

it('tells an encoder how far its stretch goes, so that it loads no photos for another’s', async () => {
  const { office } = await openOffice()
  const [one, other] = [office.desk(0), office.desk(1)]
  expect((await one.next()).job).toMatchObject({ index: 0, runEndFrame: 480 })
  expect((await other.next()).job).toMatchObject({ index: 4, runEndFrame: 480 })
  expect((await one.next()).job).toMatchObject({ index: 1, runEndFrame: 240 })
})

it('tells what it failed with first', async () => {
  const { office } = await openOffice()
  const first = new Error('first')
  office.fail(first)
  expect(office.fail(new Error('its echo'))).toBe(first)
})

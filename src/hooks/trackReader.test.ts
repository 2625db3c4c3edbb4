// @vitest-environment node
// jsdom's bytes are not those that Node's SubtleCrypto takes.
import { beforeEach, expect, test, vi } from 'vitest'
import { emptyDraft } from '@/domain/draft'
import { draftTrack } from '@/domain/draftTrack.fixture'
import type { TrackAnalysis } from '@/domain/music'
import { TrackUnreadable } from '@/render/sound/TrackUnreadable'
import { saveStatus, useVideoStore } from '@/stores/video.store'
import { readTrack, whenTrackRead, type ListenTo } from './trackReader'

const state = () => useVideoStore.getState()
const { analysis } = draftTrack('song.mp3')
const listen = () => Promise.resolve(analysis)
const song = (name = 'song.mp3', text = 'ID3 la la la') => new File([text], name)

/** A track that is being listened to until `hear` says what was heard. */
async function listening(file = song()) {
  let hear: (heard: TrackAnalysis) => void = () => undefined
  const listen = vi.fn<ListenTo>(() => new Promise((resolve) => (hear = resolve)))
  const reading = readTrack(file, listen)
  await vi.waitFor(() => expect(listen).toHaveBeenCalled())
  return { hear, reading }
}

beforeEach(() => {
  state().draftClosed()
  state().draftOpened({ ownerId: 'ada', draft: emptyDraft(), isKept: false, files: {}, lost: [] })
})

test('a file of music becomes what the draft plays, and is to be kept on the device', async () => {
  await readTrack(song(), listen)
  const { track, music } = state().draft
  expect(track).toMatchObject({
    facts: { filename: 'song.mp3', mimeType: 'audio/mpeg', bytes: 12 },
    analysis,
  })
  expect(music).toEqual({ kind: 'track', trackId: track?.id })
  expect(state().files[track?.id ?? '']).toMatchObject({ kind: 'saving' })
  expect(saveStatus(state())).toBe('saving')
})

test('a file of music has a name that can be shown, whatever it was called', async () => {
  await readTrack(song('../../so\u202eng.mp3'), listen)
  expect(state().draft.track?.facts.filename).toBe('song.mp3')
})

test('the same music chosen once more is the same track: its missing file is there again', async () => {
  await readTrack(song(), listen)
  const { draft } = state()
  const id = draft.track?.id ?? ''
  state().draftOpened({ ownerId: 'ada', draft, isKept: true, files: { [id]: { kind: 'missing' } }, lost: [] })
  expect(saveStatus(state())).toBe('incomplete')
  await readTrack(song('renamed.mp3'), listen)
  expect(state().draft.track?.id).toBe(id)
  expect(state().files[id]).toMatchObject({ kind: 'saving' })
})

test('a missing track is nothing to worry about while other music is wished for', async () => {
  await readTrack(song(), listen)
  const { draft } = state()
  const silent = { ...draft, music: { kind: 'none' as const } }
  state().draftOpened({ ownerId: 'ada', draft: silent, isKept: true, files: {}, lost: [] })
  expect(saveStatus(state())).toBe('saved')
})

test.each([
  ['empty_file', new File([], 'song.mp3')],
  ['not_a_track', new File(['<html>'], 'song.mp3')],
  ['too_large', Object.defineProperty(song(), 'size', { value: 60 * 1024 * 1024 })],
])('refused as %s, the draft stays as it is', async (code, file) => {
  const before = state().draft
  await expect(readTrack(file, listen)).rejects.toMatchObject({ code })
  expect(state().draft).toBe(before)
})

test('what cannot be heard is refused', async () => {
  const deaf = () => Promise.reject(new TrackUnreadable('no decoder'))
  await expect(readTrack(song(), deaf)).rejects.toMatchObject({ code: 'not_a_track' })
})

test('a line that is down is not taken for a bad file', async () => {
  const down = new TypeError('Failed to fetch')
  await expect(readTrack(song(), () => Promise.reject(down))).rejects.toBe(down)
})

test('music that is longer than can be kept is refused at once, rather than when the film is made', async () => {
  const lasting = (durationSeconds: number) => () => Promise.resolve({ ...analysis, durationSeconds })
  await expect(readTrack(song(), lasting(14_401))).rejects.toMatchObject({ code: 'too_long' })
  expect(state().draft.track).toBeNull()
  await readTrack(song(), lasting(14_400))
  expect(state().draft.track).not.toBeNull()
})

test('a film waits for the music that was just chosen', async () => {
  const { hear, reading } = await listening()
  let isRead = false
  const waiting = whenTrackRead().then(() => (isRead = true))
  await Promise.resolve()
  expect(isRead).toBe(false)
  hear(analysis)
  await Promise.all([reading, waiting])
  expect(state().draft.track).not.toBeNull()
})

test('music that is read when somebody else has the page is not theirs', async () => {
  const { hear, reading } = await listening()
  state().draftOpened({ ownerId: 'eve', draft: emptyDraft(), isKept: false, files: {}, lost: [] })
  hear(analysis)
  await reading
  expect(state().draft.track).toBeNull()
})

test('music that is read when the person has started over is not the new draft’s', async () => {
  const { hear, reading } = await listening()
  state().discardDraft()
  hear(analysis)
  await reading
  expect(state().draft.track).toBeNull()
})

test.each(['first', 'second'])(
  'of two files the one chosen later stays, also when the %s is read first',
  async (order) => {
    const first = await listening(song('first.mp3', 'ID3 la'))
    const second = await listening(song('second.mp3', 'ID3 le'))
    for (const { hear, reading } of order === 'first' ? [first, second] : [second, first]) {
      hear(analysis)
      await reading
    }
    const { track, music } = state().draft
    expect(track?.facts.filename).toBe('second.mp3')
    expect(music).toEqual({ kind: 'track', trackId: track?.id })
  },
)

test('other music that is chosen while a track is read stays; the track can be chosen then', async () => {
  const { hear, reading } = await listening()
  state().editDraft({ music: { kind: 'none' } })
  hear(analysis)
  await reading
  expect(state().draft).toMatchObject({ music: { kind: 'none' }, track: { facts: { filename: 'song.mp3' } } })
})

test('the track that was there stays when it is chosen again while another is read', async () => {
  await readTrack(song('old.mp3', 'ID3 la'), listen)
  const { track } = state().draft
  state().editDraft({ music: { kind: 'none' } })
  const { hear, reading } = await listening()
  state().editDraft({ music: { kind: 'track', trackId: track?.id ?? '' } })
  hear(analysis)
  await reading
  expect(state().draft).toMatchObject({ track, music: { kind: 'track', trackId: track?.id } })
})

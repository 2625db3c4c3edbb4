import { beforeEach, describe, expect, it } from 'vitest'
import type { Target } from '@/domain/target'
import { createRoomStore, TYPING_MS, type RoomStore } from './room.store'

const title: Target = { kind: 'field', field: 'title' }
const photo: Target = { kind: 'photo', id: '6c1bb6e1-6c0e-4c3c-9a58-3f1a2a3a9a01' }
const ben = { key: 'tab of ben', userId: 'ben' }
const cleo = { key: 'tab of cleo', userId: 'cleo' }

let store: RoomStore
const now = () => store.getState()
beforeEach(() => {
  store = createRoomStore()
  now().statusHeard('live')
  now().presentHeard([ben, cleo])
})

describe('the room of a project', () => {
  it('forgets what somebody held and typed when their tab is gone, and keeps the others', () => {
    now().holdHeard(ben.key, title)
    now().holdHeard(cleo.key, photo)
    now().typingHeard(ben.key, title, 'Summ', 0)
    now().presentHeard([cleo])
    expect(now().holds).toEqual({ [cleo.key]: photo })
    expect(now().typing).toEqual({})
  })

  it('keeps what somebody said before their presence was known', () => {
    const dan = { key: 'tab of dan', userId: 'dan' }
    now().holdHeard(dan.key, title)
    now().presentHeard([ben, cleo, dan])
    expect(now().holds[dan.key]).toEqual(title)
  })

  it('ends typing when exactly this text has been saved, not when an earlier one has', () => {
    now().typingHeard(ben.key, title, 'Summer', 0)
    now().saved(title, 'Summ')
    expect(Object.values(now().typing)).toMatchObject([{ value: 'Summer' }])
    now().saved(title, 'Summer')
    expect(now().typing).toEqual({})
  })

  it('ends typing when the typist says so, and nobody else', () => {
    now().typingHeard(ben.key, title, 'Summer', 0)
    now().typingHeard(cleo.key, title, null, 1)
    expect(Object.values(now().typing)).toMatchObject([{ key: ben.key }])
    now().typingHeard(ben.key, title, null, 2)
    expect(now().typing).toEqual({})
  })

  it('ends typing that is not renewed, and only that', () => {
    now().typingHeard(ben.key, title, 'old', 1_000)
    now().typingHeard(cleo.key, photo, 'new', 3_000)
    now().expire(1_000 + TYPING_MS)
    expect(Object.values(now().typing)).toMatchObject([{ value: 'new' }])
  })

  it('claims nothing about the others while the line is cut', () => {
    now().holdHeard(ben.key, title)
    now().typingHeard(ben.key, title, 'Summ', 0)
    now().statusHeard('down')
    expect(now()).toMatchObject({ present: [], holds: {}, typing: {} })
  })

  it('does not touch what a listener of another target selected', () => {
    now().typingHeard(cleo.key, photo, 'A caption', 0)
    const before = Object.values(now().typing)[0]
    now().typingHeard(ben.key, title, 'Summ', 0)
    expect(now().typing[`photo:${photo.kind === 'photo' ? photo.id : ''}`]).toBe(before)
  })

  it('is its own in every open project', () => {
    now().typingHeard(ben.key, title, 'Summ', 0)
    expect(createRoomStore().getState().typing).toEqual({})
  })
})

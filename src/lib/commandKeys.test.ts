import { describe, expect, test } from 'vitest'
import { COMMAND_IDS, COMMAND_PLACES, commandFacts, type CommandId } from '@/domain/command'
import { chordsOf } from './shortcut'

const keysIn = (place: (typeof COMMAND_PLACES)[number]) =>
  COMMAND_IDS.filter((id) =>
    commandFacts(id).places.some((it) => it === place || it === 'everywhere'),
  ).flatMap((id) => (commandFacts(id).keys ?? []).map((keys) => [keys, id] as const))

describe.each(COMMAND_PLACES)('shortcuts in the place %s', (place) => {
  test('mean one thing each', () => {
    const meanings = new Map<string, CommandId[]>()
    for (const [keys, id] of keysIn(place)) meanings.set(keys, [...(meanings.get(keys) ?? []), id])
    expect([...meanings.values()].filter((ids) => ids.length > 1)).toEqual([])
  })
  test('are never the beginning of another', () => {
    const all = keysIn(place).map(([keys]) => keys)
    const first = all.filter((keys) => chordsOf(keys).length > 1).map((keys) => keys.split(' ')[0])
    expect(all.filter((keys) => first.includes(keys))).toEqual([])
  })
})

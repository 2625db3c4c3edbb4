import { afterAll, beforeAll, expect, it } from 'vitest'
import { RealtimeSocket } from '../../../supabase/embedded/core/realtime/socket'
import { Rooms } from '../../../supabase/embedded/core/realtime/rooms'
import { openInProcess, type InProcess } from './inProcess'

let world: InProcess
beforeAll(async () => {
  world = await openInProcess()
})
afterAll(() => world.embedded.close())

const JOIN = JSON.stringify(['1', '1', 'realtime:lobby', 'phx_join', { config: {} }])
const settled = () => new Promise((resolve) => setTimeout(resolve, 20))

async function join(closeAfterTicks: number | null) {
  const [rooms, sent] = [new Rooms(), [] as unknown[]]
  const socket = new RealtimeSocket(world.embedded.database, world.keys, rooms, (data) => sent.push(data))
  socket.receive(JOIN)
  if (closeAfterTicks !== null) {
    for (let tick = 0; tick < closeAfterTicks; tick++) await Promise.resolve()
    socket.close()
  }
  await settled()
  return { channels: rooms.channels().length, sent: sent.length }
}

it('a socket that closes while it joins leaves nobody in the room, at whatever moment it closes', async () => {
  expect(await join(null)).toEqual({ channels: 1, sent: 1 })
  for (let ticks = 0; ticks <= 12; ticks++) expect(await join(ticks)).toMatchObject({ channels: 0 })
})

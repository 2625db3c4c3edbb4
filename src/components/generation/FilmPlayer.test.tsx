import { fireEvent, screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { useState } from 'react'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { ADA, renderInApp } from '@/components/ui/renderInApp.fixture'
import { FilmPlayer } from './FilmPlayer'
import { finishedFilm } from './video.fixture'

// Storage whose addresses differ each time, and which can refuse: what happens after an hour, without the hour.
let signed = 0
let refuses = false
const sign = (path: string) => `/object/sign/videos/${path}?token=${++signed}`
const refusal = () =>
  HttpResponse.json({ statusCode: '404', error: 'not_found', message: 'gone' }, { status: 400 })
const storage = setupServer(
  http.post('*/storage/v1/object/sign/videos', async ({ request }) => {
    const { paths } = (await request.json()) as { paths: string[] }
    return refuses
      ? refusal()
      : HttpResponse.json(paths.map((path) => ({ path, error: null, signedURL: sign(path) })))
  }),
  http.post('*/storage/v1/object/sign/videos/*', ({ params }) =>
    refuses ? refusal() : HttpResponse.json({ signedURL: sign(String(params[0])) }),
  ),
)
beforeAll(() => storage.listen())
afterAll(() => storage.close())
afterEach(() => {
  refuses = false
})

async function open() {
  renderInApp(<FilmPlayer userId={ADA} title="A week at the lake" video={finishedFilm()} />)
  const player = await screen.findByLabelText<HTMLVideoElement>('Film “A week at the lake”')
  // jsdom plays nothing.
  const play = vi.fn<() => Promise<void>>().mockResolvedValue()
  player.play = play
  Object.defineProperty(player, 'paused', { value: false })
  return { player, play }
}

test('the film has controls, its picture, and a download with a sensible name', async () => {
  const { player } = await open()
  expect(player).toHaveAttribute('controls')
  expect(player.src).toContain('film.mp4?token=')
  expect(player.poster).toContain('film.jpg?token=')
  const download = screen.getByRole('link', { name: 'Download' })
  expect(download).toHaveAttribute('download', 'a-week-at-the-lake-2025-11-23.mp4')
  expect(download.getAttribute('href')).toContain('download=a-week-at-the-lake-2025-11-23.mp4')
})

test('the download stays when the film is given another title, also while there is no connection', async () => {
  function Renamed() {
    const [title, setTitle] = useState('Lake')
    return (
      <>
        <button onClick={() => setTitle('Lake and hills')}>rename</button>
        <FilmPlayer userId={ADA} title={title} video={finishedFilm()} />
      </>
    )
  }
  const { client } = renderInApp(<Renamed />)
  const download = await screen.findByRole('link', { name: 'Download' })
  refuses = true
  fireEvent.click(screen.getByRole('button', { name: 'rename' }))
  expect(download).toBeVisible()
  await waitFor(() => expect(client.isFetching()).toBe(0))
  expect(download).toBeVisible()
  expect(download).toHaveAttribute('download', 'lake-and-hills-2025-11-23.mp4')
})

test('an address that expired is replaced, and the film goes on where it was', async () => {
  const { player, play } = await open()
  const before = player.src
  player.currentTime = 7
  fireEvent.error(player)
  await waitFor(() => expect(player.src).not.toBe(before))
  player.currentTime = 0
  fireEvent.loadedMetadata(player)
  expect(player.currentTime).toBe(7)
  expect(play).toHaveBeenCalledOnce()
})

test('a film that cannot be played says so and can be tried again', async () => {
  const { player } = await open()
  for (const _ of [1, 2]) {
    const before = player.src
    fireEvent.error(player)
    await waitFor(() => expect(player.src).not.toBe(before))
  }
  fireEvent.error(player)
  expect(await screen.findByRole('alert')).toHaveTextContent('The film could not be played here.')
  const before = player.src
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(player.src).not.toBe(before))
  expect(screen.queryByRole('alert')).toBeNull()
})

test('a film that is gone is said at once', async () => {
  refuses = true
  renderInApp(<FilmPlayer userId={ADA} title="Lake" video={finishedFilm()} />)
  expect(await screen.findByRole('alert')).toHaveTextContent('This could not be loaded')
})

import { act, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { film, finishedFilm } from '@/components/generation/video.fixture'
import { ADA, renderInApp, seededClient } from '@/components/ui/renderInApp.fixture'
import type { ProjectCard as Card } from '@/data/projects'
import { DEFAULT_MUSIC } from '@/domain/music'
import type { Video } from '@/domain/video'
import { filmsOfProject } from '@/hooks/queries/filmsOfProject'
import { mediaQueries } from '@/hooks/queries/media'
import { videoQueries } from '@/hooks/queries/videos'
import { ProjectCard } from './ProjectCard'

const project: Card = {
  id: '22222222-2222-4222-8222-222222222222',
  userId: ADA,
  title: 'A week at the lake',
  description: '',
  style: 'classic',
  durationSeconds: 90,
  aspectRatio: '16:9',
  music: DEFAULT_MUSIC,
  status: 'draft',
  rev: 1,
  createdAt: '2025-11-23T12:00:00+00:00',
  updatedAt: '2025-11-23T12:00:00+00:00',
  coverPath: 'ada/first.jpg',
}
function show(card: Card, videos: Video[]) {
  const client = seededClient()
  client.setQueryData(videoQueries.queue(ADA).queryKey, videos)
  client.setQueryData(mediaQueries.url(ADA, 'media', 'ada/first.jpg').queryKey, '/first.jpg')
  client.setQueryData(mediaQueries.url(ADA, 'videos', 'ada/lake/film.jpg').queryKey, '/film.jpg')
  const view = renderInApp(<ProjectCard userId={ADA} project={card} />, { client })
  return { ...view, card: screen.getByRole('article', { name: 'A week at the lake' }) }
}
const cover = (card: HTMLElement) => card.querySelector('img')?.getAttribute('src')

test('a card is named by its title, links to the project and shows its first photo', () => {
  const { card } = show(project, [])
  expect(within(card).getByRole('link', { name: 'A week at the lake' })).toHaveAttribute(
    'href',
    `/projects/${project.id}`,
  )
  expect(card).toHaveTextContent('Not made yet')
  expect(card).toHaveTextContent('Nov 23, 2025 · Classic · 1 min 30 sec')
  expect(cover(card)).toBe('/first.jpg')
})
test('a finished film lends its picture', () => {
  const { card } = show({ ...project, status: 'completed' }, [finishedFilm()])
  expect(card).toHaveTextContent('Ready')
  expect(cover(card)).toBe('/film.jpg')
})
test('a live film shows how far it is, and moves', async () => {
  const { card, client } = show(project, [film({ progressPercentage: 40 })])
  const bar = within(card).getByRole('progressbar', { name: 'Generation progress' })
  expect(bar).toHaveAttribute('aria-valuenow', '40')
  expect(card).toHaveTextContent('In progress')
  act(() => {
    client.setQueryData(videoQueries.queue(ADA).queryKey, [film({ progressPercentage: 65, rev: 2 })])
  })
  await waitFor(() => expect(bar).toHaveAttribute('aria-valuenow', '65'))
})
test('the films of other projects are not its own', () => {
  const { card } = show(project, [film({ projectId: '99999999-9999-4999-8999-999999999999' })])
  expect(within(card).queryByRole('progressbar')).toBeNull()
})
test('a thousand cards read the list of films once', () => {
  let reads = 0
  const films = Array.from({ length: 100 }, (_, n) => film({ id: `film ${n}`, projectId: `project ${n}` }))
  const watched = new Proxy(films, {
    get: (list, name, receiver) => {
      if (name === Symbol.iterator) reads++
      return Reflect.get(list, name, receiver) as unknown
    },
  })
  for (let n = 0; n < 1_000; n++)
    expect(filmsOfProject(watched, `project ${n}`).live).toBe(films.at(n < 100 ? n : films.length))
  expect(reads).toBe(1)
})

import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { beforeEach, describe, expect, test } from 'vitest'
import type { ProjectPage } from '@/data/projects'
import { DEFAULT_MUSIC } from '@/domain/music'
import type { Project } from '@/domain/project'
import { dropProject, patchProject, projectKey, projectListsKey, receiveProject } from './projectCache'

const ADA = '11111111-1111-4111-8111-111111111111'
const LAKE = '22222222-2222-4222-8222-222222222222'
const SEA = '33333333-3333-4333-8333-333333333333'
const project = (id: string, change: Partial<Project> = {}): Project => ({
  id,
  userId: ADA,
  title: 'Lake',
  description: '',
  style: 'classic',
  durationSeconds: 60,
  aspectRatio: '16:9',
  music: DEFAULT_MUSIC,
  status: 'draft',
  rev: 3,
  createdAt: '2025-11-23T12:00:00+00:00',
  updatedAt: '2025-11-23T12:00:00.5+00:00',
  ...change,
})

let client: QueryClient
const list = [...projectListsKey(ADA), { page: 0 }] as const
const page = () => client.getQueryData<ProjectPage>(list)
beforeEach(() => {
  client = new QueryClient()
  const cards = [LAKE, SEA].map((id) => ({ ...project(id), coverPath: `${id}.jpg` }))
  client.setQueryData<ProjectPage>(list, { projects: cards, total: 7 }, { updatedAt: 1 })
  client.setQueryData(projectKey(ADA, LAKE), project(LAKE), { updatedAt: 1 })
})

describe('a project that arrives', () => {
  test('is put into the project and its card, which keeps its picture; the other card stays the same object', () => {
    const other = page()?.projects[1]
    expect(patchProject(client, ADA, project(LAKE, { title: 'Sea', rev: 4 }))).toBe('patched')
    expect(client.getQueryData(projectKey(ADA, LAKE))).toEqual(project(LAKE, { title: 'Sea', rev: 4 }))
    expect(page()?.projects[0]).toMatchObject({ title: 'Sea', rev: 4, coverPath: `${LAKE}.jpg` })
    expect(page()?.projects[1]).toBe(other)
    expect(client.getQueryState(list)?.dataUpdatedAt).toBe(1)
  })
  test('is dropped without a trace when it is old news', () => {
    const before = page()
    expect(patchProject(client, ADA, project(LAKE, { title: 'Old', rev: 2 }))).toBe('stale')
    expect(patchProject(client, ADA, project(LAKE))).toBe('stale')
    expect(page()).toBe(before)
  })
  test('is asked for again when its state changed or nobody has it', () => {
    const done = project(LAKE, { status: 'completed', updatedAt: '2025-11-23T12:00:01+00:00' })
    expect(patchProject(client, ADA, done)).toBe('unknown')
    expect(page()?.projects[0]?.status).toBe('completed')
    expect(patchProject(client, ADA, project(ADA))).toBe('unknown')
    expect(patchProject(client, SEA, project(LAKE, { rev: 9 }))).toBe('unknown')
  })
  test('as an answer from a server that is behind gives way to what is known', () => {
    patchProject(client, ADA, project(LAKE, { title: 'Sea', rev: 4 }))
    expect(receiveProject(client, ADA, project(LAKE))).toMatchObject({ title: 'Sea', rev: 4 })
  })
  test('leaves a list that had to be asked for again so', async () => {
    await client.invalidateQueries({ queryKey: list, refetchType: 'none' })
    patchProject(client, ADA, project(LAKE, { title: 'Sea', rev: 4 }))
    expect(client.getQueryState(list)?.isInvalidated).toBe(true)
  })
  test('tells only the screens that show it', () => {
    const told: string[] = []
    const watch = (id: string) =>
      new QueryObserver(client, {
        queryKey: list,
        staleTime: Infinity,
        select: (shown: unknown) => (shown as ProjectPage).projects.find((row) => row.id === id),
        notifyOnChangeProps: ['data'],
      }).subscribe(() => told.push(id))
    const stops = [watch(LAKE), watch(SEA)]
    patchProject(client, ADA, project(LAKE, { title: 'Sea', rev: 4 }))
    return new Promise<void>((resolve) => setTimeout(resolve)).then(() => {
      stops.forEach((stop) => stop())
      expect(told).toEqual([LAKE])
    })
  })
})

test('a deleted project leaves every list and is counted no more', () => {
  dropProject(client, ADA, LAKE)
  expect(page()).toMatchObject({ total: 6, projects: [{ id: SEA }] })
  expect(client.getQueryData(projectKey(ADA, LAKE))).toBeUndefined()
  dropProject(client, ADA, LAKE)
  expect(page()?.total).toBe(6)
})

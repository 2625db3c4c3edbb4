import { act, screen } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { PauseButton } from '@/components/generation/DevicePause'
import { FindPhotos } from '@/components/media/FindPhotos'
import { useLibraryFilters } from '@/components/media/libraryFilters'
import { SelectionBar } from '@/components/media/SelectionBar'
import { FindProjects } from '@/components/projects/FindProjects'
import { useProjectFilters, useProjectView } from '@/components/projects/projectFilters'
import { renderInApp } from '@/components/ui/renderInApp.fixture'
import type { CommandId } from '@/domain/command'
import { availableCommands, offerOf, useCommandsStore } from '@/stores/commands.store'
import { useLibraryStore } from '@/stores/library.store'

const offered = () => availableCommands(useCommandsStore.getState().offers)
const give = (id: CommandId) => act(() => offerOf(id)?.run())
beforeEach(() => useLibraryStore.getState().clear())

test('the dashboard is sorted and shown otherwise by commands, and not by those that change nothing', () => {
  const Shown = () => <FindProjects {...useProjectFilters()} view={useProjectView()} />
  const { router } = renderInApp(<Shown />, { at: '/here?q=lake' })
  expect(offered()).toEqual(['viewList', 'sortOldest', 'sortChanged', 'sortTitle', 'showAll'])
  give('sortTitle')
  give('viewList')
  expect(router.state.location.search).toBe('?q=lake&sort=title&view=list')
  expect(offered()).toEqual(['viewGrid', 'sortNewest', 'sortOldest', 'sortChanged', 'showAll'])
  give('showAll')
  give('viewGrid')
  give('sortNewest')
  expect(router.state.location.search).toBe('')
})

test('the library is grouped by a command, and shows all again', () => {
  const Shown = () => <FindPhotos {...useLibraryFilters()} cameras={[]} />
  const { router } = renderInApp(<Shown />, { at: '/here?q=bern' })
  expect(offered()).toEqual(['showAll', 'byPlace'])
  give('byPlace')
  give('showAll')
  expect(router.state.location.search).toBe('?by=place')
  expect(offered()).toEqual(['byMonth'])
})

test('what is chosen in the library has its commands only while something is', () => {
  const onDelete = vi.fn<() => void>()
  renderInApp(<SelectionBar cells={[]} onDelete={onDelete} />)
  expect(offered()).toEqual([])
  act(() => useLibraryStore.getState().select(['a', 'b']))
  expect(offered()).toEqual(['chooseNone', 'addChosen', 'deleteChosen'])
  give('deleteChosen')
  expect(onDelete).toHaveBeenCalledOnce()
  give('chooseNone')
  expect(offered()).toEqual([])
})

test('the queue’s device is paused by a command, and goes on by the other', async () => {
  renderInApp(<PauseButton />)
  expect(offered()).toEqual(['pauseHere'])
  give('pauseHere')
  expect(await screen.findByRole('button', { name: 'Make films again' })).toBeVisible()
  expect(offered()).toEqual(['resumeHere'])
  give('resumeHere')
  expect(offered()).toEqual(['pauseHere'])
})

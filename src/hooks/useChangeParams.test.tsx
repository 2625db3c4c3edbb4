import { act, render } from '@testing-library/react'
import { createBrowserRouter, RouterProvider } from 'react-router-dom'
import { expect, test } from 'vitest'
import { useChangeParams } from './useChangeParams'

/** @returns what the page drew first would change the address with */
function open(at: string) {
  const drawn: ReturnType<typeof useChangeParams>[] = []
  const Page = () => <Told change={useChangeParams()} />
  const Told = ({ change }: { change: ReturnType<typeof useChangeParams> }) => {
    drawn.push(change)
    return null
  }
  window.history.pushState(null, '', at)
  render(<RouterProvider router={createBrowserRouter([{ path: '*', element: <Page /> }])} />)
  const [change = () => undefined] = drawn
  return change
}

test('a change leaves what it does not name, and the empty string takes a name out', async () => {
  const change = open('/projects?sort=title&q=lake')
  await act(async () => change({ q: '', view: 'list' }, { replace: true }))
  expect(window.location.search).toBe('?sort=title&view=list')
})
test('a change that comes before the page was drawn anew does not undo the one before', async () => {
  const change = open('/projects?sort=title')
  await act(async () => change({ view: 'list' }))
  await act(async () => change({ q: 'lake' }))
  expect(window.location.search).toBe('?sort=title&view=list&q=lake')
})

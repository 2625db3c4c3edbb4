import { act, render, screen } from '@testing-library/react'
import { createMemoryRouter, RouterProvider } from 'react-router-dom'
import { beforeEach, describe, expect, test } from 'vitest'
import { useAuthStore } from '@/stores/auth.store'
import { SignedInOnly, SignedOutOnly } from './guards'

const ADA = { userId: '11111111-1111-4111-8111-111111111111', email: 'ada@example.com' }
const hear = (person: typeof ADA | null) => act(() => useAuthStore.getState().sessionHeard(person))
beforeEach(() => useAuthStore.setState({ session: { status: 'starting' } }))

function open(address: string) {
  const router = createMemoryRouter(
    [
      { element: <SignedInOnly />, children: [{ path: '/projects/*', element: <h1>Private</h1> }] },
      {
        element: <SignedOutOnly />,
        children: [
          { path: '/', element: <h1>Home</h1> },
          { path: '/sign-in', element: <h1>Form</h1> },
        ],
      },
    ],
    { initialEntries: [address] },
  )
  render(<RouterProvider router={router} />)
  return () => router.state.location.pathname + router.state.location.search
}

describe('a private page', () => {
  test('shows neither itself nor the form before the session is known', () => {
    open('/projects/1')
    expect(screen.queryByRole('heading')).toBeNull()
  })
  test('leads to the form and says where to come back', async () => {
    const address = open('/projects/1?page=2')
    hear(null)
    expect(await screen.findByRole('heading', { name: 'Form' })).toBeVisible()
    expect(address()).toBe('/sign-in?next=%2Fprojects%2F1%3Fpage%3D2')
  })
  test('is there for who is signed in, and gone when they leave', async () => {
    open('/projects/1')
    hear(ADA)
    expect(await screen.findByRole('heading', { name: 'Private' })).toBeVisible()
    hear(null)
    expect(await screen.findByRole('heading', { name: 'Form' })).toBeVisible()
  })
})

describe('the sign-in form', () => {
  test('leads on to where the person wanted to go', async () => {
    const address = open('/sign-in?next=%2Fprojects%2F1')
    hear(null)
    expect(await screen.findByRole('heading', { name: 'Form' })).toBeVisible()
    hear(ADA)
    expect(await screen.findByRole('heading', { name: 'Private' })).toBeVisible()
    expect(address()).toBe('/projects/1')
  })
  test('never leads to another site', async () => {
    const address = open('/sign-in?next=%2F%2Fevil.example')
    hear(ADA)
    expect(await screen.findByRole('heading', { name: 'Private' })).toBeVisible()
    expect(address()).toBe('/projects')
  })
})

import { screen } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { ADA, renderInApp, seededClient } from '@/components/ui/renderInApp.fixture'
import { mediaQueries } from '@/hooks/queries/media'
import { useAuthStore } from '@/stores/auth.store'
import { Face } from './Face'

const BEN = '22222222-2222-4222-8222-222222222222'
beforeEach(() => useAuthStore.getState().sessionHeard({ userId: ADA, email: 'ada@example.com' }))

test('somebody without a picture is their initials', () => {
  renderInApp(<Face userId={BEN} name="Ben Nevis" label="Ben Nevis" />)
  const face = screen.getByRole('img', { name: 'Ben Nevis' })
  expect(face).toHaveTextContent('BN')
  expect(face.querySelector('img')).toBeNull()
})

test('a picture lies over the initials, which stay for when it does not come; the name is said once', () => {
  const client = seededClient()
  client.setQueryData(mediaQueries.url(ADA, 'media', `${BEN}/a.jpg`).queryKey, '/face.jpg')
  renderInApp(<Face userId={BEN} name="Ben" label="Ben" avatarPath={`${BEN}/a.jpg`} />, { client })
  const face = screen.getByRole('img', { name: 'Ben' })
  expect(face).toHaveTextContent('B')
  expect(face.querySelector('img')).toHaveAttribute('src', '/face.jpg')
  expect(face.querySelector('img')).toHaveAttribute('alt', '')
})

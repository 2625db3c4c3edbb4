import { Blob as NodeBlob } from 'node:buffer'
import { configure, render, screen, waitFor, within } from '@testing-library/react'
import { QueryClientProvider } from '@tanstack/react-query'
import { createMemoryRouter, RouterProvider } from 'react-router-dom'
import { expect, vi } from 'vitest'
import { draftPhoto } from '@/domain/draftPhoto.fixture'
import { DraftError } from '@/lib/errors'
import { makeQueryClient } from '@/lib/queryClient'
import { discardSavedDraft } from '@/lib/localDrafts'
import type { ingestPhoto } from '@/media/ingestPhoto'
import { useAuthStore } from '@/stores/auth.store'
import { useVideoStore } from '@/stores/video.store'
import { NewProjectPage } from './NewProjectPage'

// A whole page in jsdom is slow on a busy machine; what is waited for still comes as soon as it can.
configure({ asyncUtilTimeout: 10_000 })

export const ADA = '11111111-1111-4111-8111-111111111111'
export const EVE = '22222222-2222-4222-8222-222222222222'

/** A device without drafts, in a jsdom that can keep blobs (Node's can be cloned, jsdom's cannot). */
export async function freshDevice(): Promise<void> {
  vi.stubGlobal('Blob', NodeBlob)
  vi.stubGlobal(
    'URL',
    Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined }),
  )
  useVideoStore.getState().draftClosed()
  await Promise.all([discardSavedDraft(ADA), discardSavedDraft(EVE)])
}

/** Reads `*.jpg` and refuses the rest; two of one name have the same content. */
export const readByName: typeof ingestPhoto = async (file) => {
  if (!file.name.endsWith('.jpg')) throw new DraftError('not_a_photo', file.name)
  return { facts: draftPhoto(file.name, null, file.size).facts, thumbnail: new Blob(['t']) }
}

export const photo = (name: string) => new File([name], name, { type: 'image/jpeg' })

export function openPage(userId = ADA) {
  useAuthStore.getState().sessionHeard({ userId, email: 'ada@example.com' })
  const router = createMemoryRouter(
    [
      { path: '/projects/new', element: <NewProjectPage /> },
      { path: '/projects/:projectId', element: <h1>The project</h1> },
    ],
    { initialEntries: ['/projects/new'] },
  )
  return render(
    <QueryClientProvider client={makeQueryClient()}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  )
}

export const title = () => screen.findByRole('textbox', { name: 'Title' })
export const picker = () => screen.getByLabelText<HTMLInputElement>('Add photos')
export const photoNames = () =>
  within(screen.getByRole('list', { name: 'Photos' }))
    .getAllByRole('textbox')
    .map((box) => box.getAttribute('aria-label')?.replace('Caption for ', ''))
export const draftSaved = () => waitFor(() => expect(screen.getByText('Draft saved')).toBeVisible())

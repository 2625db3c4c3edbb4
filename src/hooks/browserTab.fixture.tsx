import { IsRestoringProvider, QueryClientProvider, useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { vi } from 'vitest'

/**
 * A tab of this browser with the app's own session code, React Query client and stores: modules of its own, storage and
 * BroadcastChannel shared with the other tabs. Its screen shows the profile of who is signed in.
 */
export async function openTab(name: string) {
  vi.resetModules()
  const { useAuthSync } = await import('./useAuthSync')
  const { useSession } = await import('./useSession')
  const { useAuthStore } = await import('@/stores/auth.store')
  const { makeQueryClient } = await import('@/lib/queryClient')
  const { supabase } = await import('@/lib/supabase')
  const { notify, presentMessages } = await import('@/lib/notify')
  const account = await import('@/data/session')
  const { setPassword } = await import('@/data/password')
  const { profileQueries } = await import('./queries/profile')
  const { updateProfileOptions } = await import('./queries/profileMutations')
  const { useKeptCache, loadKeepers } = await import('./useKeptCache')
  // Loaded when somebody signs in, it would be made of the modules of the tab that was opened last.
  await loadKeepers()

  const client = makeQueryClient()
  let messages: { text: string; toldTo: string | null }[] = []
  presentMessages((message) => {
    if (message.kind === 'dismissAll') messages = []
    else if (message.kind !== 'dismiss') messages.push({ text: message.text, toldTo: person() })
  })
  /** Whom the tab shows; null: nobody. */
  const person = (): string | null => {
    const { session } = useAuthStore.getState()
    return session.status === 'in' ? session.userId : null
  }
  const form: { rename: (displayName: string) => void } = { rename: () => undefined }

  function App() {
    useAuthSync()
    const session = useSession()
    if (session.status !== 'in') return <p>{session.status}</p>
    return (
      <Kept key={session.userId} userId={session.userId}>
        <Profile userId={session.userId} />
      </Kept>
    )
  }
  function Kept({ userId, children }: { userId: string; children: ReactNode }) {
    return <IsRestoringProvider value={useKeptCache(userId)}>{children}</IsRestoringProvider>
  }
  function Profile({ userId }: { userId: string }) {
    const { data } = useQuery(profileQueries.me(userId))
    const { mutate } = useMutation(updateProfileOptions(client, userId))
    useEffect(() => {
      form.rename = (displayName) => mutate({ displayName })
    }, [mutate])
    return (
      <p>
        {userId}: {data?.displayName}
      </p>
    )
  }

  const screen = document.body.appendChild(document.createElement('div'))
  const root = createRoot(screen)
  flushSync(() =>
    root.render(
      <QueryClientProvider client={client}>
        <App />
      </QueryClientProvider>,
    ),
  )
  // What the app loads later must be this tab's too, and not the next one's.
  await vi.dynamicImportSettled()
  return {
    name,
    client,
    account,
    setPassword,
    person,
    /** What is said over the page, and whom it was said to. */
    messages: () => messages,
    tell: (text: string) => notify.info(text),
    status: () => useAuthStore.getState().session.status,
    text: () => screen.textContent ?? '',
    /** As the form of the settings page does; also when that page has gone. */
    rename: (displayName: string) => form.rename(displayName),
    refresh: () => supabase.auth.refreshSession(),
    close: async () => {
      root.unmount()
      screen.remove()
      await supabase.auth.stopAutoRefresh()
    },
  }
}
export type Tab = Awaited<ReturnType<typeof openTab>>

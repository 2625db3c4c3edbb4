import { DataError } from '@/lib/errors'
import type { EmailLink } from '@/lib/emailLink'
import { useAuthStore } from '@/stores/auth.store'

/** A link opens once: StrictMode and impatient fingers share the same try. */
const opening = new WeakMap<EmailLink, Promise<void>>()

/** Open the link an e-mail led here with, and tell the auth store how it went. Never rejects. */
export function openLink(link: EmailLink): Promise<void> {
  const running = opening.get(link) ?? open(link).finally(() => opening.delete(link))
  opening.set(link, running)
  return running
}

async function open(link: EmailLink): Promise<void> {
  const { linkMoved } = useAuthStore.getState()
  linkMoved({ status: 'opening', link })
  try {
    const { openEmailLink } = await import('@/data/emailLinks')
    await openEmailLink(link)
    linkMoved({ status: 'opened', purpose: purposeOf(link) })
  } catch (error) {
    linkMoved({ status: 'refused', link, code: error instanceof DataError ? error.code : 'unknown' })
  }
}

const purposeOf = (link: EmailLink) => (link.kind === 'refused' ? 'other' : link.purpose)

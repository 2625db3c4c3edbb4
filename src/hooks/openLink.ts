import { DataError } from '@/lib/errors'
import type { EmailLink } from '@/lib/emailLink'
import { t } from '@/lib/i18n'
import { notify } from '@/lib/notify'
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
    const purpose = link.kind === 'refused' ? 'other' : link.purpose
    linkMoved({ status: 'opened', purpose })
    if (purpose === 'signup') notify.success(t('account.welcome'))
  } catch (error) {
    const code = error instanceof DataError ? error.code : 'unknown'
    linkMoved({ status: 'refused', link, code, seen: false })
  }
}

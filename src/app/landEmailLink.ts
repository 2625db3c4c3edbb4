import { readEmailLink, type EmailLink } from '@/lib/emailLink'
import { paths } from '@/lib/paths'
import { useAuthStore } from '@/stores/auth.store'

/**
 * Take what a link in an e-mail brought out of the address, before the router or anybody else has read it: tokens must not
 * stay in the history, in a `next` parameter or in a report. `useAuthSync` opens it.
 *
 * [Note: links land where they belong] A hosted project leads to its site URL when the address we asked for is not on
 * its list. What the link is for decides where it lands, not the address.
 */
export function landEmailLink(): void {
  const found = readEmailLink(new URL(location.href))
  if (!found) return
  const { link, rest } = found
  history.replaceState(history.state, '', landingPlace(link, rest))
  useAuthStore
    .getState()
    .linkMoved(
      link.kind === 'refused'
        ? { status: 'refused', link, code: link.code, seen: false }
        : { status: 'opening', link },
    )
}

/** A refused link does not say what it was for; the page it was to open does. */
function landingPlace(link: EmailLink, rest: string): string {
  if (link.kind === 'refused') return location.pathname === paths.newPassword ? rest : paths.linkProblem
  return link.purpose === 'recovery' ? paths.newPassword : rest
}

import { Button, ButtonLink } from '@/components/ui/Button'
import { ErrorNotice } from '@/components/ui/Notice'
import { openLink } from '@/hooks/openLink'
import { errorCodeText } from '@/lib/errorText'
import { t } from '@/lib/i18n'
import { paths } from '@/lib/paths'
import type { LinkState } from '@/stores/auth.store'

export type RefusedLink = Extract<LinkState, { status: 'refused' }>

/** Used already, too old, or made up: the account service has several words for it. */
const GONE = new Set([
  'otp_expired',
  'access_denied',
  'bad_jwt',
  'session_not_found',
  'user_not_found',
  'refresh_token_not_found',
  'refresh_token_already_used',
])

/** A link whose answer never came may still be good: it stays in memory and can be tried once more. */
export const mayStillBeGood = ({ link, code }: RefusedLink) => link.kind !== 'refused' && !GONE.has(code)

/** Ways on from a link that opened nothing: once more, or a new one. */
export function LinkProblem({ refused, signIn }: { refused: RefusedLink | null; signIn: boolean }) {
  const again = refused !== null && mayStillBeGood(refused)
  return (
    <div className="grid gap-5">
      {again && <ErrorNotice>{errorCodeText(refused.code)}</ErrorNotice>}
      <div className="flex flex-wrap gap-3">
        {again && (
          <Button variant="primary" onClick={() => void openLink(refused.link)}>
            {t('account.tryLinkAgain')}
          </Button>
        )}
        {signIn && (
          <ButtonLink variant={again ? 'secondary' : 'primary'} to={paths.signIn()}>
            {t('account.signIn')}
          </ButtonLink>
        )}
        <ButtonLink variant={again || signIn ? 'secondary' : 'primary'} to={paths.forgotPassword}>
          {t(signIn ? 'account.forgotPassword' : 'account.newResetLink')}
        </ButtonLink>
      </div>
    </div>
  )
}

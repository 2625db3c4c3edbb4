import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/Button'
import { Logo } from '@/components/ui/Logo'
import { ErrorNotice } from '@/components/ui/Notice'
import { PageTitle } from '@/components/ui/PageTitle'
import { ProgressBar } from '@/components/ui/ProgressBar'
import { useAccountRemoval, type AccountRemoval } from '@/hooks/useAccountRemoval'
import { t } from '@/lib/i18n'

/** In place of every page while the account is being deleted: how far it is, and the way out of it. */
export function ClosingAccount({ userId }: { userId: string }) {
  const { state, want, isOnline } = useAccountRemoval(userId)
  const { wish, reason } = state
  const isKeeping = wish === 'keep' && reason === null && isOnline
  const heading = useRef<HTMLHeadingElement>(null)
  // The dialog that had the focus is gone.
  useEffect(() => heading.current?.focus(), [])
  return (
    <main id="main" tabIndex={-1} className="mx-auto flex min-h-dvh max-w-lg flex-col px-6 py-6 outline-none">
      <PageTitle>{t('accountData.closingTitle')}</PageTitle>
      <header className="py-1">
        <Logo />
      </header>
      <div className="flex flex-1 flex-col items-start justify-center gap-6 py-10">
        <div>
          <h1
            ref={heading}
            tabIndex={-1}
            className="font-display text-3xl font-semibold tracking-tight outline-none md:text-4xl"
          >
            {t('accountData.closingTitle')}
          </h1>
          <p className="mt-3 text-muted">{t('accountData.closingText')}</p>
        </div>
        <Progress state={state} />
        {!isOnline && <ErrorNotice>{t('accountData.closingOffline')}</ErrorNotice>}
        {isOnline && reason !== null && <ErrorNotice>{reason}</ErrorNotice>}
        <div className="flex flex-wrap gap-3">
          {(reason !== null || wish === 'keep') && !isKeeping && (
            <Button variant="danger" onClick={() => want('remove')}>
              {t('accountData.closingAgain')}
            </Button>
          )}
          <Button onClick={() => want('keep')} disabled={isKeeping}>
            {t(isKeeping ? 'accountData.closingKeeping' : 'accountData.closingStop')}
          </Button>
        </div>
      </div>
    </main>
  )
}

function Progress({ state: { progress } }: { state: AccountRemoval }) {
  const { files, filesDone } = progress ?? { files: 0, filesDone: 0 }
  const words = progress
    ? t('accountData.closingFiles', { done: filesDone, files })
    : t('accountData.looking')
  return (
    <div className="grid w-full gap-2">
      <ProgressBar
        label={t('accountData.closingProgress')}
        percent={files === 0 ? 0 : Math.floor((filesDone / files) * 100)}
        valueText={words}
      />
      <p className="text-sm text-muted tabular-nums">{words}</p>
    </div>
  )
}

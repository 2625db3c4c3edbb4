import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router-dom'
import { SharedFilmView } from '@/components/shares/SharedFilmView'
import { Button, ButtonLink } from '@/components/ui/Button'
import { Logo } from '@/components/ui/Logo'
import { PageTitle } from '@/components/ui/PageTitle'
import { sharedFilmQuery } from '@/hooks/queries/filmShares'
import { useBundle } from '@/hooks/useLanguage'
import { DataError } from '@/lib/errors'
import { t } from '@/lib/i18n'
import { sharedFilmWords } from '@/lib/i18n/sharedFilm'
import { paths } from '@/lib/paths'

/**
 * One film, for whoever has the link: no account, and nothing else of the person who shared it.
 *
 * [Note: the address is the key] The token stands in the address, so no other site is told it as the referrer and no
 * search engine keeps it; hosts send the same as headers (docs/hosting/headers.mjs).
 */
export function SharedFilmPage() {
  useBundle(sharedFilmWords)
  const { token = '' } = useParams()
  const { data: film, error, isPending, refetch } = useQuery(sharedFilmQuery(token))
  const isGone = error instanceof DataError && error.code === 'not_found'
  return (
    <div className="flex min-h-dvh flex-col">
      <meta name="robots" content="noindex, nofollow, noarchive" />
      <meta name="referrer" content="no-referrer" />
      <PageTitle>{film?.title ?? t('sharedFilm.pageTitle')}</PageTitle>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto flex w-full max-w-5xl flex-1 flex-col justify-center px-4 py-8 sm:px-8 sm:py-12"
      >
        {film && !isGone ? (
          <SharedFilmView
            key={token}
            film={film}
            renew={async () => {
              const again = await refetch()
              return again.isSuccess ? again.data : undefined
            }}
          />
        ) : isPending ? (
          <output aria-label={t('sharedFilm.loading')} className="block">
            <span className="block skeleton aspect-video w-full rounded-card" />
            <span className="mt-6 block skeleton h-9 w-2/3 max-w-md" />
          </output>
        ) : (
          <section className="mx-auto max-w-md text-center">
            <h1 className="font-display text-3xl font-semibold tracking-tight text-balance">
              {t(isGone ? 'sharedFilm.gone' : 'sharedFilm.unreachable')}
            </h1>
            <p className="mt-3 text-balance text-muted">
              {t(isGone ? 'sharedFilm.goneText' : 'sharedFilm.unreachableText')}
            </p>
            {!isGone && (
              <Button variant="primary" className="mt-6" onClick={() => void refetch()}>
                {t('shell.tryAgain')}
              </Button>
            )}
          </section>
        )}
      </main>
      <footer className="mx-auto flex w-full max-w-5xl flex-wrap items-center gap-x-6 gap-y-3 border-t border-line px-4 py-6 sm:px-8">
        <Logo word="spoken" />
        <p className="min-w-0 flex-1 basis-56 text-sm text-muted">{t('sharedFilm.madeWith')}</p>
        <ButtonLink to={paths.home} size="small">
          {t('sharedFilm.makeOne')}
        </ButtonLink>
      </footer>
    </div>
  )
}

import { Link } from 'react-router-dom'
import { ButtonLink } from '@/components/ui/Button'
import { Logo } from '@/components/ui/Logo'
import { PageTitle } from '@/components/ui/PageTitle'
import { t } from '@/lib/i18n'
import { paths } from '@/lib/paths'

export function NotFoundPage() {
  return (
    <main id="main" tabIndex={-1} className="mx-auto flex max-w-xl flex-col items-start gap-5 px-6 py-8">
      <Link to={paths.home} className="mb-12 rounded-control py-1">
        <Logo />
      </Link>
      <PageTitle>{t('shell.notFoundTitle')}</PageTitle>
      <h1 className="font-display text-4xl font-semibold">{t('shell.notFoundTitle')}</h1>
      <p className="text-muted">{t('shell.notFoundText')}</p>
      <ButtonLink to={paths.home} variant="primary">
        {t('shell.home')}
      </ButtonLink>
    </main>
  )
}

import HardDrive from 'lucide-react/icons/hard-drive-download'
import Laptop from 'lucide-react/icons/laptop'
import Film from 'lucide-react/icons/film'
import { LazyGuestLanguage } from '@/components/account/LazyGuestLanguage'
import { PhotoStack } from '@/components/account/PhotoStack'
import { ButtonLink } from '@/components/ui/Button'
import { Logo } from '@/components/ui/Logo'
import { PageTitle } from '@/components/ui/PageTitle'
import { t } from '@/lib/i18n'
import { paths } from '@/lib/paths'

const points = () => [
  { Icon: Laptop, title: t('shell.homePoint1'), text: t('shell.homePoint1Text') },
  { Icon: Film, title: t('shell.homePoint2'), text: t('shell.homePoint2Text') },
  { Icon: HardDrive, title: t('shell.homePoint3'), text: t('shell.homePoint3Text') },
]

/** What a visitor who is not signed in sees first. */
export function HomePage() {
  return (
    <div className="mx-auto flex min-h-dvh max-w-6xl flex-col px-6 sm:px-10">
      <PageTitle>{t('shell.home')}</PageTitle>
      <header className="flex items-center justify-between py-6">
        <Logo />
        <LazyGuestLanguage />
      </header>
      <main id="main" tabIndex={-1} className="flex-1 pb-20">
        <div className="grid items-center gap-14 py-10 lg:grid-cols-[1.1fr_1fr] lg:py-20">
          <div>
            <h1 className="font-display text-hero font-semibold tracking-tight sm:text-hero-large">
              {t('shell.homeTitle')}
            </h1>
            <p className="mt-6 max-w-xl text-lg leading-relaxed text-muted">{t('shell.homeLead')}</p>
            <div className="mt-9 flex flex-wrap gap-3">
              <ButtonLink to={paths.signUp} variant="primary" size="large">
                {t('account.signUp')}
              </ButtonLink>
              <ButtonLink to={paths.signIn()} size="large">
                {t('account.signIn')}
              </ButtonLink>
            </div>
          </div>
          <div className="grid place-items-center py-10">
            <PhotoStack />
          </div>
        </div>
        <ul className="grid gap-8 border-t border-line pt-12 sm:grid-cols-3">
          {points().map(({ Icon, title, text }) => (
            <li key={title}>
              <Icon aria-hidden className="size-6 text-accent" strokeWidth={1.75} />
              <h2 className="mt-3 font-semibold">{title}</h2>
              <p className="mt-1.5 text-body leading-relaxed text-muted">{text}</p>
            </li>
          ))}
        </ul>
      </main>
    </div>
  )
}

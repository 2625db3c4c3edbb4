import type { ReactNode } from 'react'
import { Link } from 'react-router-dom'
import { Logo } from '@/components/ui/Logo'
import { PageTitle } from '@/components/ui/PageTitle'
import { paths } from '@/lib/paths'
import { LazyGuestLanguage } from './LazyGuestLanguage'
import { PhotoStack } from './PhotoStack'

type AccountLayoutProps = {
  title: string
  heading: string
  lead: string
  footer?: ReactNode
  children: ReactNode
}

/** The account pages: the form on the left, what it is for on the right (not on phones). */
export function AccountLayout({ title, heading, lead, footer, children }: AccountLayoutProps) {
  return (
    <div className="grid min-h-dvh lg:grid-cols-2">
      <PageTitle>{title}</PageTitle>
      <div className="flex flex-col px-6 py-6 sm:px-10">
        <header className="flex min-h-11 items-center justify-between gap-4">
          <Link to={paths.home} className="inline-block rounded-control py-1">
            <Logo />
          </Link>
          <LazyGuestLanguage />
        </header>
        <main
          id="main"
          tabIndex={-1}
          className="mx-auto flex w-full max-w-sm flex-1 flex-col justify-center py-10"
        >
          <h1 className="font-display text-4xl font-semibold tracking-tight">{heading}</h1>
          <p className="mt-3 mb-8 break-words text-muted">{lead}</p>
          {children}
          {footer && <p className="mt-8 text-body text-muted">{footer}</p>}
        </main>
      </div>
      <div aria-hidden className="relative hidden overflow-hidden bg-sunken lg:grid lg:place-items-center">
        <PhotoStack />
      </div>
    </div>
  )
}

import { useSearchParams } from 'react-router-dom'
import { t } from '@/lib/i18n'
import { ButtonLink } from './Button'

/** The page in the URL, counted from 0: `?page=2` is 1. Anything else in its place is the first. */
export function usePage(): number {
  const [search] = useSearchParams()
  const page = Number(search.get('page'))
  return Number.isInteger(page) && page > 1 ? page - 1 : 0
}

/** Links to the pages before and after; nothing where one page holds it all. */
export function Pager({ page, total, perPage }: { page: number; total: number; perPage: number }) {
  const [search] = useSearchParams()
  const pages = Math.ceil(total / perPage)
  /** The same address on another page, counted from 1. */
  const at = (number: number) => {
    const next = new URLSearchParams(search)
    if (number === 1) next.delete('page')
    else next.set('page', String(number))
    return `?${next}`
  }
  if (pages <= 1 && page === 0) return null
  return (
    <nav aria-label={t('projects.pages')} className="mt-10 flex items-center justify-center gap-4">
      {page > 0 && <ButtonLink to={at(page)}>{t('projects.newer')}</ButtonLink>}
      <span className="text-sm text-muted">{t('projects.page', { page: page + 1, pages })}</span>
      {page + 1 < pages && <ButtonLink to={at(page + 2)}>{t('projects.older')}</ButtonLink>}
    </nav>
  )
}

import type { ReactNode } from 'react'
import { t } from '@/lib/i18n'

/** Around the skeleton of something that is on its way. */
export function Loading({ children, className = '' }: { children?: ReactNode; className?: string }) {
  return (
    <output aria-label={t('shell.loading')} className={className || 'block'}>
      {children}
    </output>
  )
}

import { t } from '@/lib/i18n'

/** The browser tab's title; React moves it into the head. */
export function PageTitle({ children }: { children: string }) {
  return <title>{t('shell.documentTitle', { page: children })}</title>
}

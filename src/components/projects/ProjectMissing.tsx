import { ButtonLink } from '@/components/ui/Button'
import { PageHeader } from '@/components/ui/PageHeader'
import { t } from '@/lib/i18n'
import { paths } from '@/lib/paths'

/** A project that is gone, or was never this person's. Which of the two is not told. */
export function ProjectMissing() {
  return (
    <>
      <PageHeader title={t('shell.notFoundTitle')} lead={t('shell.notFoundText')} />
      <ButtonLink to={paths.projects} variant="primary">
        {t('shell.backToProjects')}
      </ButtonLink>
    </>
  )
}

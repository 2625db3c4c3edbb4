import { ButtonLink } from '@/components/ui/Button'
import { t } from '@/lib/i18n'
import { paths } from '@/lib/paths'

const steps = () => [
  { title: t('projects.emptyStep1'), text: t('projects.emptyStep1Text'), art: '/art/meadow.svg' },
  { title: t('projects.emptyStep2'), text: t('projects.emptyStep2Text'), art: '/art/peaks.svg' },
  { title: t('projects.emptyStep3'), text: t('projects.emptyStep3Text'), art: '/art/sea.svg' },
]

/** The dashboard before the first project: how a film comes about, and two ways to begin. */
export function FirstProject() {
  return (
    <section
      aria-labelledby="first-project"
      className="rounded-card border border-line bg-surface p-6 shadow-card sm:p-10"
    >
      <div className="mx-auto max-w-xl text-center">
        <h2 id="first-project" className="font-display text-3xl font-semibold tracking-tight">
          {t('projects.emptyTitle')}
        </h2>
        <p className="mt-3 text-balance text-muted">{t('projects.emptyText')}</p>
      </div>
      <ol className="mt-10 grid gap-8 sm:grid-cols-3">
        {steps().map(({ title, text, art }, index) => (
          <li key={title} className="flex gap-4 sm:block">
            <img
              src={art}
              alt=""
              className="aspect-[4/3] w-24 shrink-0 self-start rounded-small object-cover sm:w-full"
            />
            <div>
              <h3 className="font-semibold sm:mt-4">
                <span className="mr-2 text-accent tabular-nums">{index + 1}</span>
                {title}
              </h3>
              <p className="mt-1 text-body text-muted">{text}</p>
            </div>
          </li>
        ))}
      </ol>
      <div className="mt-10 flex flex-wrap justify-center gap-3">
        <ButtonLink to={paths.newProjectWithSamples} variant="primary" size="large">
          {t('projects.trySamples')}
        </ButtonLink>
        <ButtonLink to={paths.newProject} size="large">
          {t('projects.startOwn')}
        </ButtonLink>
      </div>
    </section>
  )
}

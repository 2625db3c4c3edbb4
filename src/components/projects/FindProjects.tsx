import LayoutGrid from 'lucide-react/icons/layout-grid'
import List from 'lucide-react/icons/list'
import { Choice } from '@/components/ui/Choice'
import { SearchBox } from '@/components/ui/SearchBox'
import { SegmentedChoice } from '@/components/ui/SegmentedChoice'
import { PROJECT_SORTS, type ProjectFilters } from '@/data/projects'
import { projectStatusSchema } from '@/domain/project'
import { t } from '@/lib/i18n'
import { useSetProjectFilters, type ProjectView } from './projectFilters'

type FindProjectsProps = Omit<ProjectFilters, 'page'> & { view: ProjectView }

/** Search box, status filter, sorting and view of the dashboard. What they say is in the address. */
export function FindProjects({ search = '', status, sort = 'newest', view }: FindProjectsProps) {
  const set = useSetProjectFilters()
  return (
    // React warns of the element where the document does not know it, as in jsdom.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div role="search" className="mb-6 flex flex-wrap gap-3">
      <SearchBox
        label={t('projects.search')}
        placeholder={t('projects.searchPlaceholder')}
        search={search}
        onSearch={(q) => set({ q })}
      />
      <SegmentedChoice
        label={t('dashboard.view')}
        value={view}
        segments={[
          { value: 'grid', text: t('dashboard.view_grid'), Icon: LayoutGrid },
          { value: 'list', text: t('dashboard.view_list'), Icon: List },
        ]}
        onChoose={(chosen) => set({ view: chosen === 'grid' ? '' : chosen })}
      />
      <Choice
        label={t('projects.filter')}
        value={status ?? ''}
        options={[
          ['', t('projects.filterAll')],
          ...projectStatusSchema.options.map((one) => [one, t(`projects.status_${one}`)] as const),
        ]}
        onChoose={(chosen) => set({ status: chosen })}
        className="grow basis-36 sm:w-44 sm:grow-0 sm:basis-auto"
      />
      <Choice
        label={t('dashboard.sort')}
        value={sort}
        options={PROJECT_SORTS.map((one) => [one, t(`dashboard.sort_${one}`)] as const)}
        onChoose={(chosen) => set({ sort: chosen === 'newest' ? '' : chosen })}
        className="grow basis-36 sm:w-44 sm:grow-0 sm:basis-auto"
      />
    </div>
  )
}

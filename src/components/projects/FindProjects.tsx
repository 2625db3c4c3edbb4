import LayoutGrid from 'lucide-react/icons/layout-grid'
import List from 'lucide-react/icons/list'
import { Choice } from '@/components/ui/Choice'
import { SearchBox } from '@/components/ui/SearchBox'
import { SegmentedChoice } from '@/components/ui/SegmentedChoice'
import { PROJECT_SORTS, type ProjectFilters } from '@/data/projects'
import { projectStatusSchema } from '@/domain/project'
import { useCommands } from '@/hooks/useCommands'
import { t } from '@/lib/i18n'
import { useSetProjectFilters, type ProjectView } from './projectFilters'

type FindProjectsProps = Omit<ProjectFilters, 'page'> & { view: ProjectView }

/** Search box, status filter, sorting and view of the dashboard. What they say is in the address. */
export function FindProjects({ search = '', status, sort = 'newest', view }: FindProjectsProps) {
  const set = useSetProjectFilters()
  const show = (chosen: ProjectView) => set({ view: chosen === 'grid' ? '' : chosen })
  const order = (chosen: string) => set({ sort: chosen === 'newest' ? '' : chosen })
  const isFiltered = search !== '' || status !== undefined
  useCommands({
    viewGrid: view === 'grid' ? null : () => show('grid'),
    viewList: view === 'list' ? null : () => show('list'),
    sortNewest: sort === 'newest' ? null : () => order('newest'),
    sortOldest: sort === 'oldest' ? null : () => order('oldest'),
    sortChanged: sort === 'changed' ? null : () => order('changed'),
    sortTitle: sort === 'title' ? null : () => order('title'),
    showAll: isFiltered ? () => set({ q: '', status: '' }) : null,
  })
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
        onChoose={show}
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
        onChoose={order}
        className="grow basis-36 sm:w-44 sm:grow-0 sm:basis-auto"
      />
    </div>
  )
}

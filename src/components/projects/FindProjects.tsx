import ChevronDown from 'lucide-react/icons/chevron-down'
import Search from 'lucide-react/icons/search'
import { useEffect, useId, useRef, useState } from 'react'
import { inputClass } from '@/components/ui/TextField'
import type { ProjectFilters } from '@/data/projects'
import { projectStatusSchema } from '@/domain/project'
import { t } from '@/lib/i18n'
import { useSetProjectFilters } from './projectFilters'

/** How long typing rests before it is searched for. */
const REST_MS = 250

/** Search box and status filter of the dashboard. What they say is in the address. */
export function FindProjects({ search = '', status }: Pick<ProjectFilters, 'search' | 'status'>) {
  const set = useSetProjectFilters()
  const id = useId()
  return (
    <div className="mb-6 flex flex-wrap gap-3">
      <SearchBox search={search} onSearch={(q) => set({ q })} />
      <div className="relative grow-0">
        <label htmlFor={id} className="sr-only">
          {t('projects.filter')}
        </label>
        <select
          id={id}
          value={status ?? ''}
          onChange={({ target }) => set({ status: target.value })}
          className={`${inputClass} cursor-pointer appearance-none pr-10`}
        >
          <option value="">{t('projects.filterAll')}</option>
          {projectStatusSchema.options.map((option) => (
            <option key={option} value={option}>
              {t(`projects.status_${option}`)}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden
          className="pointer-events-none absolute top-1/2 right-3 size-4.5 -translate-y-1/2 text-muted"
        />
      </div>
    </div>
  )
}

/** What is typed runs ahead of the address; an address that changes otherwise (back, a link) comes into the box. */
function SearchBox({ search, onSearch }: { search: string; onSearch: (search: string) => void }) {
  const [text, setText] = useState(search)
  const told = useRef(search)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    if (search === told.current) return
    told.current = search
    clearTimeout(timer.current)
    setText(search)
  }, [search])
  useEffect(() => () => clearTimeout(timer.current), [])

  const tell = (typed: string) => {
    clearTimeout(timer.current)
    told.current = typed.trim()
    onSearch(told.current)
  }
  return (
    <div className="relative min-w-0 flex-1 basis-40">
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-3.5 size-4.5 -translate-y-1/2 text-muted"
      />
      <input
        type="search"
        aria-label={t('projects.search')}
        placeholder={t('projects.searchPlaceholder')}
        value={text}
        maxLength={120}
        className={`${inputClass} pl-10.5 [&::-webkit-search-cancel-button]:grayscale`}
        onChange={({ target: { value } }) => {
          setText(value)
          clearTimeout(timer.current)
          timer.current = setTimeout(() => tell(value), REST_MS)
        }}
        onKeyDown={({ key }) => key === 'Enter' && tell(text)}
      />
    </div>
  )
}

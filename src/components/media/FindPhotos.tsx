import CalendarDays from 'lucide-react/icons/calendar-days'
import MapPin from 'lucide-react/icons/map-pin'
import X from 'lucide-react/icons/x'
import { useId } from 'react'
import { Button } from '@/components/ui/Button'
import { Choice } from '@/components/ui/Choice'
import { SearchBox } from '@/components/ui/SearchBox'
import { SegmentedChoice } from '@/components/ui/SegmentedChoice'
import { inputClass } from '@/components/ui/TextField'
import { useCommands } from '@/hooks/useCommands'
import { t } from '@/lib/i18n'
import type { PhotoFilters } from './findPhotos'
import type { Grouping } from './groupPhotos'
import { useSetLibraryFilters } from './libraryFilters'

type FindPhotosProps = { filters: PhotoFilters; by: Grouping; cameras: readonly string[] }

/** Search, camera, dates and grouping of the library. What they say is in the address. */
export function FindPhotos({ filters, by, cameras }: FindPhotosProps) {
  const { search = '', camera = '', from = '', to = '' } = filters
  const set = useSetLibraryFilters()
  const isFiltered = Object.keys(filters).length > 0
  const showAll = () => set({ q: '', camera: '', from: '', to: '' })
  const group = (chosen: Grouping) => set({ by: chosen === 'month' ? '' : chosen })
  useCommands({
    byMonth: by === 'month' ? null : () => group('month'),
    byPlace: by === 'place' ? null : () => group('place'),
    showAll: isFiltered ? showAll : null,
  })
  // A camera that an old address names stays to be seen, and taken back.
  const known = camera === '' || cameras.includes(camera) ? cameras : [camera, ...cameras]
  return (
    // React warns of the element where the document does not know it, as in jsdom.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div role="search" className="mb-6 flex flex-wrap items-end gap-3">
      <SearchBox
        label={t('library.search')}
        placeholder={t('library.searchPlaceholder')}
        search={search}
        onSearch={(q) => set({ q })}
      />
      <SegmentedChoice
        label={t('library.groupBy')}
        value={by}
        hasWords
        segments={[
          { value: 'month', text: t('library.by_month'), Icon: CalendarDays },
          { value: 'place', text: t('library.by_place'), Icon: MapPin },
        ]}
        onChoose={group}
      />
      {known.length > 0 && (
        <Choice
          label={t('library.camera')}
          value={camera}
          options={[['', t('library.anyCamera')], ...known.map((one) => [one, one] as const)]}
          onChoose={(chosen) => set({ camera: chosen })}
          className="grow basis-36 sm:w-40 sm:grow-0 sm:basis-auto"
        />
      )}
      <DayField label={t('library.from')} day={from} max={to} onPick={(day) => set({ from: day })} />
      <DayField label={t('library.to')} day={to} min={from} onPick={(day) => set({ to: day })} />
      {isFiltered && (
        <Button variant="quiet" className="min-h-12" onClick={showAll}>
          <X aria-hidden className="size-4.5" strokeWidth={1.75} />
          {t('library.showAll')}
        </Button>
      )}
    </div>
  )
}

type DayFieldProps = { label: string; day: string; min?: string; max?: string; onPick: (day: string) => void }

function DayField({ label, day, min, max, onPick }: DayFieldProps) {
  const id = useId()
  return (
    <div className="relative min-w-0 flex-1 basis-32 sm:w-38 sm:flex-none sm:basis-auto">
      <label htmlFor={id} className="absolute -top-2 left-2.5 bg-paper px-1 text-xs text-muted">
        {label}
      </label>
      <input
        id={id}
        type="date"
        value={day}
        min={min}
        max={max}
        onChange={({ target }) => onPick(target.value)}
        className={inputClass}
      />
    </div>
  )
}

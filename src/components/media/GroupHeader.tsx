import Check from 'lucide-react/icons/check'
import type { CSSProperties } from 'react'
import { t } from '@/lib/i18n'
import { useLibraryStore } from '@/stores/library.store'
import { HEADER_HEIGHT } from './gridRows'
import type { PhotoGroup } from './groupPhotos'
import { isChosen, withCells, without } from './selection'

type GroupHeaderProps = {
  index: number
  style: CSSProperties
  group: PhotoGroup
  selected: ReadonlySet<string>
}

/** The heading of a month or a place, with a way to choose all of it. */
export function GroupHeader({ index, style, group: { title, cells }, selected }: GroupHeaderProps) {
  const chosen = cells.filter((cell) => isChosen(cell, selected)).length
  const isAll = chosen === cells.length
  const photos = cells.reduce((sum, { ids }) => sum + ids.length, 0)
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- rows that lie where they are put are no table's
      role="row"
      aria-rowindex={index + 1}
      style={{ ...style, height: HEADER_HEIGHT }}
      className="absolute inset-x-0 top-0 flex items-end pb-2.5"
    >
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as its row */}
      <div role="rowheader" className="flex min-w-0 items-center gap-2.5">
        <button
          type="button"
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a checkbox of three states that looks like the cells'
          role="checkbox"
          aria-checked={isAll ? true : chosen > 0 ? 'mixed' : false}
          aria-label={t('library.selectGroup', { title })}
          onClick={() => {
            const { select } = useLibraryStore.getState()
            select(isAll ? without(selected, cells) : withCells(selected, cells))
          }}
          className={`grid size-6 shrink-0 place-items-center rounded-full border-2 ${
            isAll
              ? 'border-accent bg-accent text-accent-ink'
              : 'border-line-strong text-transparent hover:text-muted'
          }`}
        >
          <Check aria-hidden className="size-4" strokeWidth={3} />
        </button>
        <h2 className="truncate text-lg font-semibold">{title}</h2>
        <span className="shrink-0 text-sm text-muted tabular-nums">
          {t('projects.photoCount', { count: photos })}
        </span>
      </div>
    </div>
  )
}

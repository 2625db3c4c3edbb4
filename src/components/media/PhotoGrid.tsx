import { useRef } from 'react'
import { t } from '@/lib/i18n'
import { useLibraryStore, useSelectedPhotos } from '@/stores/library.store'
import { CELL_GAP, cellsInBox } from './gridRows'
import type { PhotoGroup } from './groupPhotos'
import { GroupHeader } from './GroupHeader'
import { LassoBox } from './LassoBox'
import { PhotoCell } from './PhotoCell'
import { isChosen, withCells } from './selection'
import { useGridRows } from './useGridRows'
import { useLasso } from './useLasso'
import { usePhotoSelection } from './usePhotoSelection'
import { useTouchSelection } from './useTouchSelection'

type PhotoGridProps = {
  userId: string
  groups: readonly PhotoGroup[]
  /** Spread a stack out, or put it together. Must be stable. */
  onSpread: (bestId: string) => void
  /** The photo that is looked at in the large, over the grid. */
  viewed: string | null
  onOpen: (id: string) => void
  onDelete: () => void
}

/** The library as a grid under headings, of which only what is on the screen is in the document. */
export function PhotoGrid({ userId, groups, onSpread, viewed, onOpen, onDelete }: PhotoGridProps) {
  const body = useRef<HTMLDivElement>(null)
  const { grid, columns, cellSize, virtualizer, active, setFocused, goTo } = useGridRows(body, groups, viewed)

  const selected = useSelectedPhotos()
  const open = (place: number) => {
    const cell = grid.cells[place]
    if (cell) onOpen(cell.photo.id)
  }
  const { onClick, onKeyDown, hold, extend } = usePhotoSelection({
    grid,
    active,
    goTo,
    onOpen: open,
    onDelete,
  })
  const onHold = (place: number) => {
    // The focus keeps the held cell in the document, and without it the browser forgets the finger.
    setFocused(place)
    hold(place)
  }
  const touch = useTouchSelection({ grid: body, onHold, onOver: extend })
  const pointerType = useRef('')
  const before = useRef<{ base: ReadonlySet<string>; all: ReadonlySet<string> }>(undefined)
  const lasso = useLasso({
    grid: body,
    onBegin: (keeps) => {
      const all = useLibraryStore.getState().selected
      before.current = { all, base: keeps ? all : new Set() }
    },
    onMove: (box) => {
      const startOf = (row: number) =>
        (virtualizer.measurementsCache[row]?.start ?? 0) - virtualizer.options.scrollMargin
      const places = cellsInBox(grid, box, cellSize, startOf)
      const cells = places.flatMap((place) => grid.cells[place] ?? [])
      useLibraryStore.getState().select(withCells(before.current?.base ?? new Set(), cells))
    },
    onCancel: () => useLibraryStore.getState().select(before.current?.all ?? []),
  })
  return (
    <div
      role="grid"
      aria-label={t('projects.mediaTitle')}
      aria-multiselectable
      aria-rowcount={grid.rows.length}
      aria-colcount={columns}
      aria-describedby="library-keys"
      tabIndex={-1}
      {...(selected.size > 0 && { 'data-selecting': true })}
      onPointerDown={(event) => {
        pointerType.current = event.pointerType
        lasso.onPointerDown(event)
        touch.onPointerDown(event)
      }}
      // A finger that rests chooses; the browser's own menu would end that.
      onContextMenu={(event) => pointerType.current === 'touch' && event.preventDefault()}
      onDragStart={(event) => event.preventDefault()}
      onClick={(event) => {
        if (lasso.isEndOfLasso() || touch.isEndOfHold()) return
        const place = placeOf(event.target)
        if (place === null) return
        if (isOpener(event.target)) open(place)
        else onClick(event, place, pointerType.current === 'touch')
      }}
      onDoubleClick={({ target }) => {
        const place = placeOf(target)
        if (place !== null && !isOpener(target)) open(place)
      }}
      onKeyDown={(event) => placeOf(event.target) !== null && onKeyDown(event)}
      onFocus={({ target }) => {
        const place = placeOf(target)
        if (place !== null) setFocused(place)
      }}
      className="outline-none"
    >
      <div ref={body} role="presentation" style={{ height: virtualizer.getTotalSize() }} className="relative">
        {virtualizer.getVirtualItems().map(({ key, index, start }) => {
          const row = grid.rows[index]
          if (!row) return null
          const top = { transform: `translateY(${start - virtualizer.options.scrollMargin}px)` }
          return row.kind === 'header' ? (
            <GroupHeader key={key} index={index} style={top} group={row.group} selected={selected} />
          ) : (
            <div
              key={key}
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- rows that lie where they are put are no table's
              role="row"
              aria-rowindex={index + 1}
              style={{ ...top, gridTemplateColumns: `repeat(${columns}, ${cellSize}px)`, gap: CELL_GAP }}
              className="absolute inset-x-0 top-0 grid"
            >
              {row.cells.map((cell, column) => (
                <PhotoCell
                  key={cell.photo.id}
                  userId={userId}
                  cell={cell}
                  place={row.first + column}
                  column={column}
                  isSelected={isChosen(cell, selected)}
                  isActive={row.first + column === active}
                  onSpread={onSpread}
                />
              ))}
            </div>
          )
        })}
        {lasso.box && <LassoBox {...lasso.box} />}
      </div>
    </div>
  )
}

/** The place of the cell that was meant; a button in it means itself. */
function placeOf(target: EventTarget): number | null {
  if (!(target instanceof Element) || target.closest('button, input')) return null
  const place = target.closest('[data-cell]')?.getAttribute('data-cell')
  return place ? Number(place) : null
}

/** The corner of a cell that opens its photo with one click. */
const isOpener = (target: EventTarget) => target instanceof Element && target.closest('[data-open]') !== null

import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useWidth, useWindowRows } from '@/components/ui/useWindowRows'
import { t } from '@/lib/i18n'
import { useLibraryStore, useSelectedPhotos } from '@/stores/library.store'
import { CELL_GAP, cellsInBox, HEADER_HEIGHT, layGrid } from './gridRows'
import type { PhotoGroup } from './groupPhotos'
import { GroupHeader } from './GroupHeader'
import { PhotoCell } from './PhotoCell'
import { isChosen, withCells } from './selection'
import { useLasso } from './useLasso'
import { usePhotoSelection } from './usePhotoSelection'

type PhotoGridProps = {
  userId: string
  groups: readonly PhotoGroup[]
  /** Spread a stack out, or put it together. Must be stable. */
  onSpread: (bestId: string) => void
  onDelete: () => void
}

/** A cell is at least as wide, px: three on a phone. */
const CELL_MIN = { phone: 104, laptop: 148 } as const
const WIDTH = 1072

/** The library as a grid under headings, of which only what is on the screen is in the document. */
export function PhotoGrid({ userId, groups, onSpread, onDelete }: PhotoGridProps) {
  const body = useRef<HTMLDivElement>(null)
  const width = useWidth(body) || WIDTH
  const least = width < 560 ? CELL_MIN.phone : CELL_MIN.laptop
  const columns = Math.max(2, Math.floor((width + CELL_GAP) / (least + CELL_GAP)))
  const cellSize = (width + CELL_GAP) / columns - CELL_GAP
  const grid = useMemo(() => layGrid(groups, columns), [groups, columns])
  const [focused, setFocused] = useState(0)
  const active = Math.min(focused, grid.cells.length - 1)
  const sizeOf = useCallback(
    (row: number) => (grid.rows[row]?.kind === 'header' ? HEADER_HEIGHT : cellSize + CELL_GAP),
    [grid, cellSize],
  )
  const virtualizer = useWindowRows({
    ref: body,
    count: grid.rows.length,
    sizeOf,
    keep: grid.rowOf[active] ?? -1,
  })
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, sizeOf])

  const wanted = useRef<number | null>(null)
  const cellAt = (place: number) => body.current?.querySelector<HTMLElement>(`[data-cell="${place}"]`)
  const goTo = (place: number) => {
    setFocused(place)
    wanted.current = place
    virtualizer.scrollToIndex(grid.rowOf[place] ?? 0, { align: 'auto' })
  }
  useLayoutEffect(() => {
    if (wanted.current === null) return
    const cell = cellAt(wanted.current)
    if (!cell) return
    wanted.current = null
    cell.focus({ preventScroll: true })
  })

  const selected = useSelectedPhotos()
  const { onClick, onKeyDown } = usePhotoSelection({ grid, active, goTo, onDelete })
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
      onPointerDown={lasso.onPointerDown}
      onDragStart={(event) => event.preventDefault()}
      onClick={(event) => {
        if (lasso.isEndOfLasso()) return
        const place = placeOf(event.target)
        if (place !== null) onClick(event, place)
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
        {lasso.box && (
          <div
            aria-hidden
            data-lasso
            style={{
              left: lasso.box.left,
              top: lasso.box.top,
              width: lasso.box.right - lasso.box.left,
              height: lasso.box.bottom - lasso.box.top,
            }}
            className="pointer-events-none absolute z-10 rounded-sm border border-accent bg-accent/15"
          />
        )}
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

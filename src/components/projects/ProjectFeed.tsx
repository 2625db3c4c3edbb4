import {
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
} from 'react'
import { useWidth, useWindowRows } from '@/components/ui/useWindowRows'
import type { ProjectCard as Card } from '@/data/projects'
import type { ProjectPages } from '@/hooks/useProjectPages'
import { t } from '@/lib/i18n'
import { nextPlace } from './feedKeys'
import { ProjectCard } from './ProjectCard'
import type { ProjectView } from './projectFilters'
import { CardSkeleton } from './ProjectGrid'
import type { ProjectAction } from './ProjectMenu'
import { useFeedFocus } from './useFeedFocus'
import { useProjectActions } from './useProjectActions'

const ProjectMenu = lazy(async () => ({ default: (await import('./ProjectMenu')).ProjectMenu }))

type ProjectFeedProps = {
  userId: string
  view: ProjectView
  total: number
  pages: Pick<ProjectPages, 'at' | 'isOld'>
  /** Which places are on the screen. Must be stable. */
  onSeen: (places: readonly [number, number]) => void
}

/** Narrower than that a card is too small, px; and what is between two. */
const CARD_MIN = 272
const GAP = { grid: 24, list: 10 } as const
/** Where nothing has been laid out yet. */
const WIDTH = 1072

/**
 * All projects as a feed of articles that is as long as all of them and holds those on the screen. Arrow keys, Home and End
 * move between titles; F2 renames, Delete deletes. See: [Note: pages where one looks]
 */
export function ProjectFeed({ userId, view, total, pages: { at, isOld }, onSeen }: ProjectFeedProps) {
  const list = useRef<HTMLDivElement>(null)
  const width = useWidth(list) || WIDTH
  const gap = GAP[view]
  const columns = view === 'list' ? 1 : Math.max(1, Math.floor((width + gap) / (CARD_MIN + gap)))
  const guess = view === 'list' ? 96 : (((width + gap) / columns - gap) * 9) / 16 + 120
  const [focused, setFocused] = useState(-1)
  const virtualizer = useWindowRows({
    ref: list,
    count: Math.ceil(total / columns),
    sizeOf: () => guess + gap,
    keep: focused < 0 ? -1 : Math.floor(focused / columns),
  })
  const layout = `${view}:${columns}:${width}`
  useLayoutEffect(() => {
    virtualizer.measure()
    // All sizes are guesses again now, and of a row whose size has not changed nobody hears.
    for (const row of list.current?.querySelectorAll('[data-index]') ?? []) virtualizer.measureElement(row)
  }, [virtualizer, layout])

  const rows = virtualizer.getVirtualItems()
  const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {}
  const [first, last] = [startIndex * columns, (endIndex + 1) * columns]
  useEffect(() => onSeen([first, last]), [onSeen, first, last])

  const focus = useFeedFocus(list, virtualizer, columns, total, focused)
  const actions = useProjectActions(userId)
  const [renaming, setRenaming] = useState<string | null>(null)
  const [menu, setMenu] = useState<{ project: Card; anchor: HTMLElement } | null>(null)
  const remove = (project: Card, place: number | null) => {
    if (place !== null) focus.expectGone(place)
    actions.askToDelete(project)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const place = placeOf(event.target instanceof Element ? event.target : null)
    if (place === null || event.target instanceof HTMLInputElement) return
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const project = at(place)
    const next = nextPlace(event.key, place, columns, total)
    if (next !== null) focus.goTo(next)
    else if (event.key === 'F2' && project?.userId === userId) setRenaming(project.id)
    else if (event.key === 'Delete' && project?.userId === userId) remove(project, place)
    else return
    event.preventDefault()
  }
  const { whenShown } = focus
  const onRenamed = useCallback(
    (place: number, byKey: boolean) => {
      setRenaming(null)
      if (byKey) whenShown(place)
    },
    [whenShown],
  )
  const onMenu = useCallback((project: Card, anchor: HTMLElement) => setMenu({ project, anchor }), [setMenu])
  const act = (action: ProjectAction, project: Card, anchor: HTMLElement) => {
    switch (action) {
      case 'open':
        return actions.open(project)
      case 'rename':
        return setRenaming(project.id)
      case 'duplicate':
        return actions.duplicate(project)
      case 'delete':
        return remove(project, placeOf(anchor))
      default:
        return action satisfies never
    }
  }
  return (
    <>
      <p id="feed-keys" className="sr-only">
        {t('dashboard.keys')}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it watches the keys on its titles */}
      <div
        ref={list}
        role="feed"
        aria-label={t('dashboard.all')}
        aria-describedby="feed-keys"
        aria-busy={isOld}
        onKeyDown={onKeyDown}
        onFocus={({ target }) => setFocused(placeOf(target) ?? -1)}
        onBlur={({ relatedTarget }) =>
          !list.current?.contains(relatedTarget instanceof Node ? relatedTarget : null) && setFocused(-1)
        }
        style={{ height: Math.max(0, virtualizer.getTotalSize() - gap) }}
        className={`relative transition-opacity duration-calm ${isOld ? 'opacity-60' : ''}`}
      >
        {rows.map((row) => (
          <div
            key={row.key}
            ref={virtualizer.measureElement}
            data-index={row.index}
            style={{
              transform: `translateY(${row.start - virtualizer.options.scrollMargin}px)`,
              gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
              columnGap: gap,
              paddingBottom: gap,
            }}
            className="absolute inset-x-0 top-0 grid"
          >
            {placesIn(row.index, columns, total).map((place) => {
              const project = at(place)
              return project ? (
                <ProjectCard
                  key={project.id}
                  userId={userId}
                  project={project}
                  view={view}
                  place={place}
                  total={total}
                  isRenaming={renaming === project.id}
                  isMenuOpen={menu?.project.id === project.id}
                  onMenu={onMenu}
                  onRenamed={onRenamed}
                />
              ) : (
                <CardSkeleton key={place} view={view} />
              )
            })}
          </div>
        ))}
      </div>
      {menu && (
        <Suspense>
          <ProjectMenu
            title={menu.project.title}
            anchor={menu.anchor}
            onAction={(action) => act(action, menu.project, menu.anchor)}
            onClose={() => setMenu(null)}
          />
        </Suspense>
      )}
    </>
  )
}

const placesIn = (row: number, columns: number, total: number) =>
  Array.from({ length: Math.min(columns, total - row * columns) }, (_, column) => row * columns + column)

const placeOf = (element: Element | null): number | null => {
  const place = element?.closest('[data-place]')?.getAttribute('data-place')
  return place ? Number(place) : null
}

import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react'
import { Button } from '@/components/ui/Button'
import { EmptyState } from '@/components/ui/EmptyState'
import type { LibraryPhoto } from '@/domain/libraryPhoto'
import { useLanguage } from '@/hooks/useLanguage'
import { useOpenModal } from '@/hooks/useModal'
import { t } from '@/lib/i18n'
import { useLibraryStore } from '@/stores/library.store'
import { camerasOf, findPhotos } from './findPhotos'
import { FindPhotos } from './FindPhotos'
import { groupPhotos, photosInOrder } from './groupPhotos'
import { useLibraryFilters, useSetLibraryFilters } from './libraryFilters'
import { PhotoGrid } from './PhotoGrid'
import { PhotoViewer } from './PhotoViewer'
import { SelectionBar } from './SelectionBar'
import { stackPhotos } from './stackPhotos'
import { useViewedPhoto } from './useViewedPhoto'

/** All photos of a person: found, grouped, stacked, chosen. Everything is made of the one list. */
export function MediaLibrary({ userId, photos }: { userId: string; photos: readonly LibraryPhoto[] }) {
  const { filters, by } = useLibraryFilters()
  // Months and towns are words of it.
  const language = useLanguage()
  const cameras = useMemo(() => camerasOf(photos), [photos])
  const stacks = useMemo(() => stackPhotos(photos), [photos])
  // Typing goes before finding.
  const wanted = useDeferredValue(filters)
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- words are made of it
  const found = useMemo(() => findPhotos(photos, wanted), [photos, wanted, language])
  const [spread, setSpread] = useState<ReadonlySet<string>>(() => new Set())
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- words are made of it
  const groups = useMemo(() => groupPhotos(found, by, stacks, spread), [found, by, stacks, spread, language])
  const cells = useMemo(() => groups.flatMap((group) => group.cells), [groups])
  const order = useMemo(() => photosInOrder(cells), [cells])
  const viewed = useViewedPhoto(order)

  // What is chosen ends with the page, and with what is no longer there.
  useEffect(() => () => useLibraryStore.getState().clear(), [])
  useEffect(() => {
    const there = new Set(found.map(({ id }) => id))
    const { selected, select } = useLibraryStore.getState()
    const kept = [...selected].filter((id) => there.has(id))
    if (kept.length < selected.size) select(kept)
  }, [found])

  const onSpread = useCallback(
    (bestId: string) =>
      setSpread((old) =>
        old.has(bestId) ? new Set([...old].filter((id) => id !== bestId)) : new Set(old).add(bestId),
      ),
    [],
  )
  const askToDelete = useOpenModal('deletePhotos')
  const onDelete = () => askToDelete({ photoIds: [...useLibraryStore.getState().selected] })
  return (
    <>
      <FindPhotos filters={filters} by={by} cameras={cameras} />
      <output className="sr-only">{found !== photos && t('library.found', { count: found.length })}</output>
      <p id="library-keys" className="sr-only">
        {t('library.keys')}
      </p>
      {found.length === 0 ? (
        <NothingFound />
      ) : (
        <PhotoGrid
          userId={userId}
          groups={groups}
          onSpread={onSpread}
          viewed={order[viewed.place]?.id ?? null}
          onOpen={viewed.open}
          onDelete={onDelete}
        />
      )}
      <SelectionBar cells={cells} onDelete={onDelete} />
      {viewed.place >= 0 && (
        <PhotoViewer
          userId={userId}
          order={order}
          place={viewed.place}
          onShow={viewed.show}
          onClose={viewed.close}
        />
      )}
    </>
  )
}

function NothingFound() {
  const set = useSetLibraryFilters()
  return (
    <EmptyState title={t('library.nothingFound')} text={t('library.nothingFoundText')}>
      <Button className="mt-6" onClick={() => set({ q: '', camera: '', from: '', to: '' })}>
        {t('library.showAll')}
      </Button>
    </EmptyState>
  )
}

import FolderPlus from 'lucide-react/icons/folder-plus'
import Layers from 'lucide-react/icons/layers'
import Trash from 'lucide-react/icons/trash-2'
import X from 'lucide-react/icons/x'
import { Button } from '@/components/ui/Button'
import { useCommands } from '@/hooks/useCommands'
import { useOpenModal } from '@/hooks/useModal'
import { t } from '@/lib/i18n'
import { useLibraryStore, useSelectedPhotos } from '@/stores/library.store'
import type { Cell } from './groupPhotos'
import { spareIds } from './selection'

const ICON = { 'aria-hidden': true, className: 'size-4.5', strokeWidth: 1.75 } as const

/** What can be done with the chosen photos, under the thumb on phones and at the foot of the page elsewhere. */
export function SelectionBar({ cells, onDelete }: { cells: readonly Cell[]; onDelete: () => void }) {
  const selected = useSelectedPhotos()
  const { select, clear } = useLibraryStore.getState()
  const addToProject = useOpenModal('addToProject')
  const count = selected.size
  const spare = spareIds(cells)
  const chooseSpare = () => select([...selected, ...spare])
  const chooseAll = () => select(cells.flatMap(({ ids }) => ids))
  const add = () => addToProject({ photoIds: [...selected] })
  useCommands({
    chooseAll: cells.length > 0 ? chooseAll : null,
    chooseNone: count > 0 ? clear : null,
    chooseDuplicates: spare.length > 0 ? chooseSpare : null,
    addChosen: count > 0 ? add : null,
    deleteChosen: count > 0 ? onDelete : null,
  })
  const duplicates = spare.length > 0 && (
    <Button variant="quiet" size="small" onClick={chooseSpare}>
      <Layers {...ICON} />
      {t('library.selectDuplicates', { count: spare.length })}
    </Button>
  )
  return (
    <>
      {count === 0 && duplicates && <div className="mt-6 flex justify-center">{duplicates}</div>}
      <output className="sr-only">{count > 0 && t('library.selected', { count })}</output>
      {count > 0 && (
        <div
          role="toolbar"
          aria-label={t('library.toolbar')}
          className="sticky bottom-[calc(5rem+env(safe-area-inset-bottom))] z-20 mx-auto mt-6 flex w-fit max-w-full flex-wrap items-center justify-center gap-1.5 rounded-card border border-line bg-surface/95 p-2 shadow-lifted backdrop-blur md:bottom-5"
        >
          <div className="flex items-center">
            <Button variant="quiet" size="small" aria-label={t('library.clear')} onClick={clear}>
              <X {...ICON} />
            </Button>
            <span aria-hidden className="pr-2 text-sm font-medium tabular-nums">
              {t('library.selected', { count })}
            </span>
          </div>
          <div className="order-1 flex flex-wrap justify-center gap-1.5 sm:order-none">
            {duplicates}
            <Button variant="quiet" size="small" onClick={chooseAll}>
              {t('library.selectAll')}
            </Button>
          </div>
          <div className="flex gap-1.5">
            <Button variant="primary" size="small" onClick={add}>
              <FolderPlus {...ICON} />
              {t('library.add')}
            </Button>
            <Button variant="danger" size="small" onClick={onDelete}>
              <Trash {...ICON} />
              <span className="max-sm:sr-only">{t('library.delete')}</span>
            </Button>
          </div>
        </div>
      )}
    </>
  )
}

import Search from 'lucide-react/icons/search'
import { Keys } from '@/components/commands/Keys'
import { ariaKeys } from '@/lib/shortcut'
import { COMMANDS } from '@/domain/command'
import { useOpenModal } from '@/hooks/useModal'
import { t } from '@/lib/i18n'
import { ICON, rowClass } from './destinations'

const [SHORTCUT] = COMMANDS.openPalette.keys
const loadPalette = () => void import('@/components/commands/PaletteDialog').catch(() => undefined)

/** The way to search and commands for whoever has no keys for it, or does not know them yet. */
export function PaletteButton({ hasWords }: { hasWords: boolean }) {
  const open = useOpenModal('palette')
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-label={t('commands.palette')}
      aria-keyshortcuts={ariaKeys(SHORTCUT)}
      data-tip={hasWords ? undefined : t('commands.palette')}
      onClick={() => open({})}
      onPointerEnter={loadPalette}
      className={`${rowClass} mb-4 border border-line bg-surface text-muted hover:border-line-strong hover:text-ink ${hasWords ? '' : 'w-13'}`}
    >
      <Search {...ICON} />
      {hasWords && (
        <>
          <span aria-hidden className="min-w-0 flex-1 truncate text-left">
            {t('commands.open')}
          </span>
          <span aria-hidden className="-mr-1.5 pointer-coarse:hidden">
            <Keys shortcut={SHORTCUT} />
          </span>
        </>
      )}
    </button>
  )
}

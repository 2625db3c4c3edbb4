import Search from 'lucide-react/icons/search'
import { useEffect, useMemo, useState } from 'react'
import { Autocomplete, Dialog, Input, Modal, ModalOverlay, TextField } from 'react-aria-components'
import { useNavigate } from 'react-router-dom'
import type { ModalProps } from '@/components/ui/ModalDialog'
import { COMMANDS } from '@/domain/command'
import { afterDialog } from '@/hooks/afterDialog'
import { useFinds } from '@/hooks/useFinds'
import { useLanguage } from '@/hooks/useLanguage'
import { useUserId } from '@/hooks/useSession'
import { filmPath } from '@/lib/filmPath'
import { t } from '@/lib/i18n'
import { paths } from '@/lib/paths'
import { isApple } from '@/lib/platform'
import { chordsOf, isPressed } from '@/lib/shortcut'
import { availableCommands, offerOf, useCommandsStore } from '@/stores/commands.store'
import { Keys } from './Keys'
import {
  commandEntries,
  filmEntries,
  projectEntries,
  searchEntries,
  type PaletteAction,
} from './paletteEntries'
import { PaletteList } from './PaletteList'

/**
 * Search over commands, pages, projects and films. It names what can be done on the page it was opened over: the commands
 * are those whose components are mounted. A row does its work after the palette has gone.
 */
export function PaletteDialog({ close }: ModalProps<'palette'>) {
  const userId = useUserId()
  const [text, setText] = useState('')
  const language = useLanguage()
  const offers = useCommandsStore((state) => state.offers)
  const { projects, films, isSearching } = useFinds(userId, text)
  const sections = useMemo(
    () =>
      searchEntries(
        [
          ...commandEntries(availableCommands(offers)),
          ...projectEntries(projects),
          // Before anything is typed they would only repeat the projects.
          ...(text.trim() === '' ? [] : filmEntries(films, projects)),
        ],
        text,
      ),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- words are made of it
    [offers, projects, films, text, language],
  )
  const act = useAction()
  useItsKeys(close)
  const choose = (action: PaletteAction) => {
    close()
    afterDialog(() => act(action))
  }
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => !open && close()}
      className="fixed inset-0 z-40 flex items-start justify-center bg-scrim/50 backdrop-blur-sm transition-colors duration-calm data-entering:bg-transparent sm:p-5 sm:pt-[12dvh]"
    >
      <Modal className="flex max-h-dvh w-full flex-col overflow-hidden bg-surface shadow-lifted transition-[opacity,translate] duration-calm ease-calm data-entering:-translate-y-3 data-entering:opacity-0 max-sm:h-dvh sm:max-h-[70dvh] sm:max-w-2xl sm:rounded-card">
        <Dialog aria-label={t('commands.palette')} className="flex min-h-0 flex-1 flex-col outline-none">
          <Autocomplete inputValue={text} onInputChange={setText}>
            <TextField
              aria-label={t('commands.palette')}
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was opened to type in it
              autoFocus
              className="flex items-center gap-3 border-b border-line px-5 pt-[env(safe-area-inset-top)]"
            >
              <Search aria-hidden className="size-5 shrink-0 text-muted" strokeWidth={1.75} />
              <Input
                // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role, jsx-a11y/role-has-required-aria-props -- Autocomplete says what it controls
                role="combobox"
                aria-expanded
                placeholder={t('commands.placeholder')}
                maxLength={120}
                className="min-h-15 min-w-0 flex-1 bg-transparent text-lg outline-none placeholder:text-muted"
              />
              <button
                type="button"
                onClick={close}
                className="min-h-11 rounded-control px-2 text-sm text-muted hover:text-ink sm:hidden"
              >
                {t('shell.close')}
              </button>
            </TextField>
            <PaletteList sections={sections} text={text} isSearching={isSearching} onChoose={choose} />
          </Autocomplete>
          <Foot />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** What opened it closes it. */
function useItsKeys(close: () => void) {
  useEffect(() => {
    const chords = COMMANDS.openPalette.keys.flatMap(chordsOf)
    const pressed = (event: KeyboardEvent) => {
      if (!chords.some((chord) => isPressed(chord, event, isApple()))) return
      event.preventDefault()
      close()
    }
    document.addEventListener('keydown', pressed, { capture: true })
    return () => document.removeEventListener('keydown', pressed, { capture: true })
  }, [close])
}

function useAction() {
  const navigate = useNavigate()
  return (action: PaletteAction) => {
    switch (action.kind) {
      case 'command':
        return offerOf(action.command)?.run()
      case 'project':
        return void navigate(paths.project(action.projectId))
      case 'film':
        return void navigate(filmPath(action.projectId, action.videoId))
      default:
        return action satisfies never
    }
  }
}

function Foot() {
  return (
    <p
      aria-hidden
      className="hidden items-center gap-5 border-t border-line px-5 py-2.5 text-xs text-muted sm:flex"
    >
      <span className="flex items-center gap-1.5">
        <Keys shortcut="↑" />
        <Keys shortcut="↓" />
        {t('commands.footMove')}
      </span>
      <span className="flex items-center gap-1.5">
        <Keys shortcut="↵" />
        {t('commands.footRun')}
      </span>
      <span className="flex items-center gap-1.5">
        <Keys shortcut="esc" />
        {t('commands.footClose')}
      </span>
    </p>
  )
}

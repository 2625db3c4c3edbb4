import type { Target } from '@/domain/target'
import { useHold, useSendTyping } from '@/hooks/useProjectRoom'
import { useTyping } from '@/hooks/usePresence'
import type { EditKey, UnsavedPhase } from '@/stores/unsaved.slice'
import { shownText } from './shownText'
import { useEditorState, useProjectEditor } from './useProjectEditor'

export type LiveText = {
  text: string
  /** What is unsaved of mine, if anything. */
  phase: UnsavedPhase | null
  /** Whose unsaved text is shown. */
  typist: string | null
  /** The field now reads this: shown to the others at once, saved when typing rests. */
  change: (text: string) => void
  /** The focus came: others see that somebody is here. */
  enter: () => void
  /** The focus went: what was typed is saved now. */
  leave: () => void
}

/** A field of the open project between me, those who type beside me, and the server. `saved` is what the server has. */
export function useLiveText(key: EditKey, target: Target, saved: string): LiveText {
  const { texts, mayEdit } = useProjectEditor()
  // Who has just become a viewer sees what the project is, and not what they could not save.
  const mine = useEditorState(({ unsaved }) => (mayEdit ? unsaved.get(key) : undefined))
  const theirs = useTyping(target)
  const hold = useHold()
  const sendTyping = useSendTyping()
  const { text, whose } = shownText(mine, theirs?.value, saved)
  return {
    text,
    phase: mine?.phase ?? null,
    typist: whose === 'theirs' ? (theirs?.by.name ?? null) : null,
    change: (next) => {
      if (!mayEdit) return
      texts.put(key, next, saved)
      sendTyping(target, next)
    },
    enter: () => {
      if (mayEdit) hold(target)
    },
    leave: () => {
      hold(null)
      void texts.flush(key)
    },
  }
}

import Sparkles from 'lucide-react/icons/sparkles'
import { onlineManager } from '@tanstack/react-query'
import { useRef, useState, type ReactNode } from 'react'
import { Button, type ButtonVariant } from '@/components/ui/Button'
import type { GenerationSettings } from '@/domain/video'
import { useGenerateVideo } from '@/hooks/queries/videos'
import { useCommands } from '@/hooks/useCommands'
import { t } from '@/lib/i18n'

type GenerateButtonProps = {
  userId: string
  projectId: string
  settings?: GenerationSettings | undefined
  variant?: ButtonVariant
  /** What must have happened before the film is asked for, such as saving what was just typed; false: not now. */
  before?: () => Promise<boolean>
  /** What it says, where that is not a film of the project. */
  children?: ReactNode
}

/** Queue a film of the project as it is. */
export function GenerateButton({
  userId,
  projectId,
  settings,
  variant = 'primary',
  before,
  children,
}: GenerateButtonProps) {
  const generating = useGenerateVideo(userId, projectId)
  // One key per wish: a click that is repeated because no answer came asks for the same film.
  const requestKey = useRef<string | null>(null)
  const [isWaiting, setIsWaiting] = useState(false)
  const isBusy = isWaiting || generating.isPending
  async function prepareAndGenerate() {
    if (isBusy) return
    setIsWaiting(true)
    // Offline both stand in line, and leave in that order.
    const isReady = !before || !onlineManager.isOnline() || (await before())
    setIsWaiting(false)
    if (isReady) generate()
  }
  function generate() {
    requestKey.current ??= crypto.randomUUID()
    generating.mutate(
      { projectId, requestKey: requestKey.current, ...(settings && { settings }) },
      {
        onSuccess: () => {
          requestKey.current = null
        },
      },
    )
  }
  useCommands({ generateVideo: isBusy ? null : () => void prepareAndGenerate() })
  return (
    <Button variant={variant} aria-disabled={isBusy} onClick={() => void prepareAndGenerate()}>
      <Sparkles aria-hidden className="size-4.5" strokeWidth={2} />
      {children ?? t('projects.generate')}
    </Button>
  )
}

import Sparkles from 'lucide-react/icons/sparkles'
import { useRef } from 'react'
import { Button, type ButtonVariant } from '@/components/ui/Button'
import type { GenerationSettings } from '@/domain/video'
import { useGenerateVideo } from '@/hooks/queries/videos'
import { t } from '@/lib/i18n'

type GenerateButtonProps = {
  userId: string
  projectId: string
  settings?: GenerationSettings | undefined
  variant?: ButtonVariant
}

/** Queue a film of the project as it is. */
export function GenerateButton({ userId, projectId, settings, variant = 'primary' }: GenerateButtonProps) {
  const generating = useGenerateVideo(userId)
  // One key per wish: a click that is repeated because no answer came asks for the same film.
  const requestKey = useRef<string | null>(null)
  function generate() {
    if (generating.isPending) return
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
  return (
    <Button variant={variant} aria-disabled={generating.isPending} onClick={generate}>
      <Sparkles aria-hidden className="size-4.5" strokeWidth={2} />
      {t('projects.generate')}
    </Button>
  )
}

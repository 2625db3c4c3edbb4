import CircleCheck from 'lucide-react/icons/circle-check'
import CircleDashed from 'lucide-react/icons/circle-dashed'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { saveStatus, useEditorState, useProjectEditor } from '@/hooks/editor/useProjectEditor'
import { useIsOnline } from '@/hooks/useIsOnline'
import { t } from '@/lib/i18n'

/** `All changes saved` stands here only while the server has everything that is on screen. */
export function SaveStatus() {
  const status = useEditorState(saveStatus)
  const isOnline = useIsOnline()
  const hasFailed = useEditorState(({ unsaved }) =>
    [...unsaved.values()].some(({ phase }) => phase === 'failed'),
  )
  const { flush } = useProjectEditor()
  const look = LOOKS[status === 'saving' && !isOnline ? 'offline' : status]
  return (
    <div className="flex min-h-9 items-center gap-2 text-sm text-muted">
      <output className="flex items-center gap-1.5">
        <look.Icon aria-hidden className={`size-4 shrink-0 ${look.tone}`} />
        {t(look.text)}
      </output>
      {hasFailed && (
        <button
          type="button"
          onClick={() => void flush()}
          className="min-h-9 rounded-small px-1 font-medium text-ink underline underline-offset-4"
        >
          {t('editor.saveAgain')}
        </button>
      )}
    </div>
  )
}

const LOOKS = {
  saved: { Icon: CircleCheck, tone: 'text-success', text: 'editor.saved' },
  saving: { Icon: CircleDashed, tone: 'animate-spin', text: 'editor.saving' },
  offline: { Icon: TriangleAlert, tone: '', text: 'editor.notSavedOffline' },
  failed: { Icon: TriangleAlert, tone: 'text-danger', text: 'editor.notSaved' },
} as const

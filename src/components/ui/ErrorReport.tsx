import { useMemo, useState } from 'react'
import { copyText } from '@/lib/copyText'
import { errorReport } from '@/lib/errorReport'
import { t } from '@/lib/i18n'
import { Button } from './Button'

/** What happened, folded away, for a person to copy and send. Holds nothing that says who they are. */
export function ErrorReport({ error }: { error: unknown }) {
  const [copied, setCopied] = useState(false)
  const report = useMemo(() => errorReport(error), [error])
  const copy = async () => setCopied(await copyText(report))
  return (
    <details className="w-full text-sm">
      <summary className="cursor-pointer py-2 text-muted">{t('shell.report')}</summary>
      <pre className="mt-2 max-h-60 overflow-auto rounded-control bg-sunken p-4 text-xs whitespace-pre-wrap">
        {report}
      </pre>
      <Button size="small" className="mt-3" onClick={() => void copy()}>
        {t(copied ? 'shell.copied' : 'shell.copyReport')}
      </Button>
    </details>
  )
}

import { useState } from 'react'
import { errorReport } from '@/lib/errorReport'
import { t } from '@/lib/i18n'
import { Button } from './Button'

type FailureScreenProps = {
  error: unknown
  title: string
  text: string
  actionLabel: string
  onAction: () => void
}

/** In place of a page that failed: what it means, what to do, and a report that can be sent to somebody. */
export function FailureScreen({ error, title, text, actionLabel, onAction }: FailureScreenProps) {
  const [copied, setCopied] = useState(false)
  const report = errorReport(error)
  async function copy() {
    await navigator.clipboard.writeText(report)
    setCopied(true)
  }
  return (
    <section role="alert" className="mx-auto flex max-w-xl flex-col items-start gap-5 px-5 py-16">
      <h1 className="font-display text-3xl font-semibold">{title}</h1>
      <p className="text-muted">{text}</p>
      <Button variant="primary" onClick={onAction}>
        {actionLabel}
      </Button>
      <details className="w-full text-sm">
        <summary className="cursor-pointer py-2 text-muted">{t('shell.report')}</summary>
        <pre className="mt-2 max-h-60 overflow-auto rounded-control bg-sunken p-4 text-xs whitespace-pre-wrap">
          {report}
        </pre>
        <Button size="small" className="mt-3" onClick={() => void copy()}>
          {t(copied ? 'shell.copied' : 'shell.copyReport')}
        </Button>
      </details>
    </section>
  )
}

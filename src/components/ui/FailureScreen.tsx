import { Button } from './Button'
import { ErrorReport } from './ErrorReport'

type FailureScreenProps = {
  error: unknown
  title: string
  text: string
  actionLabel: string
  onAction: () => void
}

/** In place of a page that failed: what it means, what to do, and a report that can be sent to somebody. */
export function FailureScreen({ error, title, text, actionLabel, onAction }: FailureScreenProps) {
  return (
    <section role="alert" className="mx-auto flex max-w-xl flex-col items-start gap-5 px-5 py-16">
      <h1 className="font-display text-3xl font-semibold">{title}</h1>
      <p className="text-muted">{text}</p>
      <Button variant="primary" onClick={onAction}>
        {actionLabel}
      </Button>
      <ErrorReport error={error} />
    </section>
  )
}

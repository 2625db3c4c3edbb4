import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/Button'

type AskInlineProps = {
  question: string
  yes: string
  no: string
  onYes: () => void
  onNo: () => void
}

/** A question in place of what was pressed, for what cannot be undone. The focus is on the harmless answer. */
export function AskInline({ question, yes, no, onYes, onNo }: AskInlineProps) {
  const harmless = useRef<HTMLDivElement>(null)
  useEffect(() => harmless.current?.querySelector('button')?.focus(), [])
  return (
    <fieldset aria-label={question} className="grid min-w-0 gap-3 rounded-control bg-sunken p-3">
      <p className="text-sm">{question}</p>
      <div ref={harmless} className="flex flex-wrap gap-2">
        <Button size="small" onClick={onNo}>
          {no}
        </Button>
        <Button size="small" variant="danger" onClick={onYes}>
          {yes}
        </Button>
      </div>
    </fieldset>
  )
}

import Copy from 'lucide-react/icons/copy'
import Send from 'lucide-react/icons/send'
import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/Button'
import { copyText } from '@/lib/copyText'
import { t } from '@/lib/i18n'
import { paths } from '@/lib/paths'

/** A link that was just made, the only time it can be had. */
export function NewLink({ token, title }: { token: string; title: string }) {
  const url = `${location.origin}${paths.sharedFilm(token)}`
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState<'yes' | 'no'>()
  useEffect(() => field.current?.focus(), [])
  const link: ShareData = { title, url }
  const canSend = typeof navigator.canShare === 'function' && navigator.canShare(link)

  async function send() {
    try {
      await navigator.share(link)
    } catch {
      // Thought better of, or no app took it: the link is still here to be copied.
    }
  }
  async function copy() {
    const done = await copyText(url)
    if (!done) field.current?.select()
    setCopied(done ? 'yes' : 'no')
  }
  return (
    <div className="rounded-control bg-sunken p-4">
      <label htmlFor={id} className="text-sm font-medium">
        {t('shares.newLink')}
      </label>
      <input
        ref={field}
        id={id}
        readOnly
        value={url}
        aria-describedby={`${id}-once`}
        onFocus={({ currentTarget }) => currentTarget.select()}
        className="mt-1.5 h-11 w-full rounded-control border border-line bg-surface px-3 font-mono text-sm text-ellipsis"
      />
      <p id={`${id}-once`} className="mt-2 text-sm text-muted">
        {t('shares.once')}
      </p>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <Button size="small" onClick={() => void copy()}>
          <Copy aria-hidden className="size-4" strokeWidth={1.75} />
          {t('shares.copy')}
        </Button>
        {canSend && (
          <Button size="small" onClick={() => void send()}>
            <Send aria-hidden className="size-4" strokeWidth={1.75} />
            {t('shares.sendLink')}
          </Button>
        )}
        <output className={`min-w-0 text-sm ${copied === 'no' ? 'text-danger' : 'text-success'}`}>
          {copied === 'yes' ? t('shares.copied') : copied === 'no' && t('shares.copyFailed')}
        </output>
      </div>
    </div>
  )
}

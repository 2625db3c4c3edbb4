import MailCheck from 'lucide-react/icons/mail-check'
import { useEffect, useRef, type ReactNode } from 'react'
import { env } from '@/lib/env'
import { t } from '@/lib/i18n'
import { SendAgain } from './SendAgain'

type MailSentProps = { title: string; text: string; onSendAgain: () => Promise<void>; children?: ReactNode }

/** Stands where the form was: an email is on its way, and what to do if it does not arrive. */
export function MailSent({ title, text, onSendAgain, children }: MailSentProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  // The button that had the focus is gone with the form.
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className="grid gap-5 rounded-card bg-accent-soft p-5">
      <div>
        <MailCheck aria-hidden className="size-7 text-accent" strokeWidth={1.75} />
        <h2 ref={heading} tabIndex={-1} className="mt-3 font-semibold outline-none">
          {title}
        </h2>
        <p className="mt-1 text-sm break-words">{text}</p>
        {env.embedded && <p className="mt-2 text-sm font-medium">{t('account.embeddedMail')}</p>}
      </div>
      <SendAgain label={t('account.sendAgain')} onSend={onSendAgain} />
      {children}
    </div>
  )
}

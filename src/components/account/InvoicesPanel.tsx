import { Panel } from '@/components/ui/Panel'
import type { Invoice } from '@/domain/invoice'
import { formatDate, formatDay, formatMoney } from '@/lib/format'
import { t } from '@/lib/i18n'

/** What was billed, newest first. */
export function InvoicesPanel({ invoices }: { invoices: readonly Invoice[] }) {
  if (invoices.length === 0) {
    return (
      <Panel title={t('account.invoices')}>
        <p className="text-muted">{t('account.invoicesNone')}</p>
      </Panel>
    )
  }
  return (
    <Panel title={t('account.invoices')}>
      <div className="-mx-2 overflow-x-auto">
        <table className="w-full text-left text-sm">
          <thead className="text-muted">
            <tr>
              <Head>{t('account.invoice')}</Head>
              <Head>{t('account.invoiceDate')}</Head>
              <Head>{t('account.invoicePeriod')}</Head>
              <Head>{t('account.invoiceAmount')}</Head>
              <Head>{t('account.invoiceStatus')}</Head>
            </tr>
          </thead>
          <tbody>
            {invoices.map((invoice) => (
              <Row key={invoice.id} invoice={invoice} />
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

function Head({ children }: { children: string }) {
  return (
    <th scope="col" className="p-2 font-medium whitespace-nowrap">
      {children}
    </th>
  )
}

function Row({ invoice }: { invoice: Invoice }) {
  const { number, hostedUrl, issuedAt, periodStart, periodEnd, amountCents, currency, status } = invoice
  return (
    <tr className="border-t border-line">
      <th scope="row" className="p-2 font-medium whitespace-nowrap">
        {hostedUrl === null ? (
          number
        ) : (
          <a
            href={hostedUrl}
            target="_blank"
            rel="noreferrer"
            aria-label={t('account.invoiceOpen', { number })}
            className="text-accent-strong underline underline-offset-2"
          >
            {number}
          </a>
        )}
      </th>
      <td className="p-2 whitespace-nowrap">{formatDate(issuedAt)}</td>
      <td className="p-2 whitespace-nowrap text-muted">
        {formatDay(periodStart)} – {formatDay(periodEnd)}
      </td>
      <td className="p-2 whitespace-nowrap tabular-nums">{formatMoney(amountCents, currency)}</td>
      <td className="p-2 whitespace-nowrap">{t(`account.invoice_${status}`)}</td>
    </tr>
  )
}

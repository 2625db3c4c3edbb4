export type PaidPlan = 'pro' | 'enterprise'

/** What the webhook must be told before it can answer. */
export type BillingConfiguration = {
  /** Secrets of the endpoint at the provider; two while one is being changed. None: nothing is configured. */
  secrets: readonly string[]
  /** Which plan a price of the provider's buys. */
  plans: ReadonlyMap<string, PaidPlan>
}

/**
 * Reads `BILLING_WEBHOOK_SECRET`, `BILLING_PRICES_PRO` and `BILLING_PRICES_ENTERPRISE`, each one value or several with
 * commas between them.
 */
export function readBillingConfiguration(
  variable: (name: string) => string | undefined,
): BillingConfiguration {
  const listOf = (name: string) =>
    (variable(name) ?? '')
      .split(',')
      .map((value) => value.trim())
      .filter((value) => value !== '')
  const pro = listOf('BILLING_PRICES_PRO').map((price) => [price, 'pro'] as const)
  const enterprise = listOf('BILLING_PRICES_ENTERPRISE').map((price) => [price, 'enterprise'] as const)
  return { secrets: listOf('BILLING_WEBHOOK_SECRET'), plans: new Map([...pro, ...enterprise]) }
}

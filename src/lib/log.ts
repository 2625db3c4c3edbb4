import { anonymous, described } from './anonymous'

/** `cause` is written as in a report: what happened and where in the code. */
const to =
  (level: 'info' | 'warn' | 'error') =>
  (message: string, cause?: unknown): void => {
    // oxlint-disable-next-line no-console -- the one place that writes there
    console[level](anonymous(message), ...(cause === undefined ? [] : [described(cause)]))
  }

/**
 * What is worth knowing for somebody who looks for the cause of a trouble, in the browser's console. Consoles are copied
 * into questions and photographed, so nothing goes there that says who the person is; the linter refuses `console`
 * everywhere else.
 */
export const log = { info: to('info'), warn: to('warn'), error: to('error') }

import { anonymous, described } from './anonymous'

/**
 * What happened, for a person to send to whoever can mend it. Plain text without personal data: rather too little than a
 * name. At most five causes deep.
 */
export function errorReport(error: unknown): string {
  return [
    anonymous(`page ${location.pathname}`),
    `browser ${navigator.userAgent}`,
    `time ${new Date().toISOString()}`,
    described(error),
  ].join('\n')
}

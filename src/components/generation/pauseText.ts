import { battery } from '@/generation/battery'
import type { PauseReason } from '@/generation/pause'
import { formatPercent } from '@/lib/format'
import { t } from '@/lib/i18n'

/** Why nothing is made here, with how full the battery is where it is about the battery. */
export function pauseText(reason: PauseReason): string {
  const charge = battery()
  const text = t(`queue.paused_${reason}`)
  return reason === 'person' || !charge
    ? text
    : `${t('queue.pausedPercent', { percent: formatPercent(charge.level) })} ${text}`
}

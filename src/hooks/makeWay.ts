import type { RunEvent } from '@/generation/runGeneration'
import { t } from '@/lib/i18n'
import { reloadIfOutdated, reloadToNewest } from '@/lib/newVersion'
import { notify } from '@/lib/notify'

/**
 * A tab that a deploy has left behind makes no films any more: it is loaded anew, by itself or by the person. Not under the
 * eyes of somebody who does something else there. See: [Note: a deploy under an open tab]
 */
export function makeWay(event: RunEvent): void {
  if (event.type !== 'ended' || event.outcome !== 'outdated') return
  const action = { label: t('shell.reload'), onClick: () => void reloadToNewest() }
  const say = () => notify.info(t('shell.outdatedText'), { id: 'outdated', sticky: true, action })
  if (document.hidden) void reloadIfOutdated().then(say)
  else say()
}

import { placeOf } from '@/domain/worker'
import { t } from '@/lib/i18n'
import { deviceId, TAB_ID } from '@/lib/thisDevice'

/** Seen from this tab: where the one who claimed a film makes it. */
export const placeSeenFromHere = (worker: string | null) =>
  placeOf(worker, { tab: TAB_ID, device: deviceId() })

/** `In this tab`, `On another device (Chrome · Windows)`. */
export function placeText(worker: string | null): string {
  const place = placeSeenFromHere(worker)
  switch (place.where) {
    case 'here':
    case 'otherTab':
    case 'elsewhere':
      return t(`queue.where_${place.where}`)
    case 'device':
    case 'node':
      return t(`queue.where_${place.where}`, { name: place.name })
    default:
      return place satisfies never
  }
}

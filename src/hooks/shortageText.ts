import type { Shortage } from '@/generation/shortage'
import { formatBytes } from '@/lib/format'
import { t } from '@/lib/i18n'

/** Why no film is made on this device, and what helps. */
export const shortageText = ({ bytesNeeded }: Shortage): string =>
  bytesNeeded === null
    ? t('generation.noRoomAtAll')
    : t('generation.noRoom', { size: formatBytes(bytesNeeded) })

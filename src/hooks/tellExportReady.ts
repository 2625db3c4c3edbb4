import { formatBytes } from '@/lib/format'
import { t } from '@/lib/i18n'
import { notify } from '@/lib/notify'
import { paths } from '@/lib/paths'

type Archive = { url: string; filename: string; bytes: number }

/** Say on every page that the copy is ready; who looks at the settings sees it there. */
export function tellExportReady({ url, filename, bytes }: Archive): void {
  if (location.pathname === paths.settings) return
  notify.success(t('accountData.ready', { size: formatBytes(bytes) }), {
    id: 'export-ready',
    sticky: true,
    action: { label: t('accountData.save'), onClick: () => save(url, filename) },
  })
}

function save(url: string, filename: string): void {
  const link = document.createElement('a')
  link.href = url
  link.download = filename
  link.click()
}

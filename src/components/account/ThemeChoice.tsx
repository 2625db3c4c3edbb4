import Monitor from 'lucide-react/icons/monitor'
import Moon from 'lucide-react/icons/moon'
import Sun from 'lucide-react/icons/sun'
import { t } from '@/lib/i18n'
import { THEMES, useTheme, useUiStore } from '@/stores/ui.store'

const ICONS = { light: Sun, dark: Moon, system: Monitor } as const

export function ThemeChoice() {
  const theme = useTheme()
  const setTheme = useUiStore((state) => state.setTheme)
  return (
    <div role="radiogroup" aria-label={t('account.theme')} className="grid max-w-md grid-cols-3 gap-3">
      {THEMES.map((choice) => {
        const Icon = ICONS[choice]
        return (
          <label
            key={choice}
            className="flex min-h-20 cursor-pointer flex-col items-center justify-center gap-2 rounded-control border border-line bg-paper text-sm transition-colors hover:border-line-strong has-checked:border-accent has-checked:bg-accent-soft has-checked:font-medium has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="theme"
              value={choice}
              checked={theme === choice}
              onChange={() => setTheme(choice)}
              className="sr-only"
            />
            <Icon aria-hidden className="size-5" strokeWidth={1.75} />
            {t(`account.theme_${choice}`)}
          </label>
        )
      })}
    </div>
  )
}

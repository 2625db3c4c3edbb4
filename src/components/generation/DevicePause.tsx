import BatteryLow from 'lucide-react/icons/battery-low'
import CirclePause from 'lucide-react/icons/circle-pause'
import Pause from 'lucide-react/icons/pause'
import Play from 'lucide-react/icons/play'
import { useId } from 'react'
import { ChipRadios } from '@/components/projects/ChipRadios'
import { Button } from '@/components/ui/Button'
import { tellsBattery } from '@/generation/battery'
import { BATTERY_WISHES, wishPause } from '@/generation/pause'
import { usePauseReason, usePauseWishes } from '@/hooks/filmAbility'
import { useCommands } from '@/hooks/useCommands'
import { t } from '@/lib/i18n'
import { pauseText } from './pauseText'

/** Lets this device rest, or ends it. */
export function PauseButton() {
  const { isPaused } = usePauseWishes()
  const turn = () => wishPause({ isPaused: !isPaused })
  useCommands({ pauseHere: isPaused ? null : turn, resumeHere: isPaused ? turn : null })
  const Icon = isPaused ? Play : Pause
  return (
    <Button onClick={turn}>
      <Icon aria-hidden className="size-4.5" strokeWidth={1.75} />
      {t(isPaused ? 'queue.resume' : 'queue.pause')}
    </Button>
  )
}

/** Why nothing is made on this device, and the way on. Nothing while films are made. */
export function PausedNotice() {
  const reason = usePauseReason()
  if (reason === undefined) return null
  const Icon = reason === 'person' ? CirclePause : BatteryLow
  return (
    <output className="mb-8 flex flex-wrap items-center gap-x-4 gap-y-3 rounded-card bg-sunken p-4 sm:p-5">
      <Icon aria-hidden className="size-6 shrink-0 text-accent" strokeWidth={1.75} />
      <span className="block min-w-0 flex-1 basis-56">
        <span className="block text-body font-medium">{t('queue.pausedTitle')}</span>
        <span className="mt-0.5 block text-sm text-muted">{pauseText(reason)}</span>
      </span>
      {/* The person's own pause is ended where it was begun: by the button above. */}
      {reason !== 'person' && (
        <Button size="small" onClick={() => wishPause({ battery: 'always' })}>
          {t('queue.goOnAnyway')}
        </Button>
      )}
    </output>
  )
}

/** What this device does on its battery. Nothing where the browser does not tell of one. */
export function BatteryChoice() {
  const { battery: wish } = usePauseWishes()
  const name = useId()
  if (!tellsBattery()) return null
  return (
    <div className="mt-12 border-t border-line pt-6">
      <ChipRadios
        label={t('queue.battery')}
        radio={(value) => ({
          name,
          checked: value === wish,
          onChange: () => wishPause({ battery: value }),
        })}
        choices={BATTERY_WISHES.map((value) => ({ value, text: t(`queue.battery_${value}`) }))}
      />
      <p className="mt-2 text-sm text-muted">{t('queue.batteryHint')}</p>
    </div>
  )
}

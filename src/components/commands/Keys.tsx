import { Fragment } from 'react'
import { isApple } from '@/lib/platform'
import { t } from '@/lib/i18n'
import { chordsOf, type Chord } from '@/lib/shortcut'

/** A shortcut as it is written on the keys of this machine: ⌘ K, or Ctrl K; G then P. */
export function Keys({ shortcut }: { shortcut: string }) {
  return (
    <span className="inline-flex shrink-0 items-center gap-1 whitespace-nowrap">
      {chordsOf(shortcut).map((chord, index) => (
        <Fragment key={`${chord.key} ${index}`}>
          {index > 0 && <span className="text-xs text-muted">{t('commands.keyThen')}</span>}
          {capsOf(chord, isApple()).map((cap) => (
            <kbd
              key={cap}
              className="grid min-h-6 min-w-6 place-items-center rounded-small border border-line bg-paper px-1.5 font-sans text-xs text-muted"
            >
              {cap}
            </kbd>
          ))}
        </Fragment>
      ))}
    </span>
  )
}

/** The same as words, for a `title`: `Ctrl+Z`, `⌘Z`. Empty where a command has no keys. */
export function keyText(shortcut: string | undefined): string {
  if (shortcut === undefined) return ''
  const apple = isApple()
  return chordsOf(shortcut)
    .map((chord) => capsOf(chord, apple).join(apple ? '' : '+'))
    .join(` ${t('commands.keyThen')} `)
}

function capsOf({ mod, shift, key }: Chord, apple: boolean): string[] {
  return [
    mod && (apple ? '⌘' : t('commands.key_ctrl')),
    shift && (apple ? '⇧' : t('commands.key_shift')),
    capOf(key),
  ].filter((cap) => cap !== false)
}

function capOf(key: string): string {
  switch (key) {
    case 'arrowleft':
    case 'arrowright':
    case 'space':
    case 'enter':
    case 'escape':
    case 'delete':
    case 'pageup':
    case 'pagedown':
      return t(`commands.key_${key}`)
    default:
      return key.toUpperCase()
  }
}

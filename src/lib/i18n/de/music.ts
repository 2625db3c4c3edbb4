import type { music as english } from '../en/music'
import type { Words } from '../Words'

export const music = {
  label: 'Musik',
  none: 'Keine Musik',
  auto: 'Passend zum Stil',
  warm: 'Warm',
  tender: 'Zart',
  bright: 'Heiter',
  bold: 'Kraftvoll',
  wide: 'Weit',
  hushed: 'Leise',
  wistful: 'Wehmütig',
  carefree: 'Unbeschwert',
  track: 'Eigenes Stück',
  choose: 'Musikdatei auswählen …',
  another: 'Andere Musikdatei auswählen …',
  reading: 'Wird angehört …',
} satisfies Words<typeof english>

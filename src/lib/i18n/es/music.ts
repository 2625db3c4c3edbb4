import type { music as english } from '../en/music'
import type { Words } from '../Words'

export const music = {
  label: 'Música',
  none: 'Sin música',
  auto: 'Según el estilo',
  warm: 'Cálida',
  tender: 'Tierna',
  bright: 'Alegre',
  bold: 'Enérgica',
  wide: 'Amplia',
  hushed: 'Serena',
  wistful: 'Nostálgica',
  carefree: 'Despreocupada',
  track: 'Tu propia pista',
  choose: 'Elegir un archivo de música…',
  another: 'Elegir otro archivo de música…',
  reading: 'Escuchándola…',
} satisfies Words<typeof english>

import type { music as english } from '../en/music'
import type { Words } from '../Words'

export const music = {
  label: 'Musique',
  none: 'Sans musique',
  auto: 'Assortie au style',
  warm: 'Chaleureuse',
  tender: 'Tendre',
  bright: 'Joyeuse',
  bold: 'Énergique',
  wide: 'Ample',
  hushed: 'Feutrée',
  wistful: 'Mélancolique',
  carefree: 'Insouciante',
  track: 'Votre propre morceau',
  choose: 'Choisir un fichier de musique…',
  another: 'Choisir un autre fichier de musique…',
  reading: 'Écoute…',
} satisfies Words<typeof english>

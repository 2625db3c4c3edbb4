import type { preview as english } from '../en/preview'
import type { Words } from '../Words'

export const preview = {
  label: 'Aperçu',
  show: 'Aperçu',
  close: 'Fermer l’aperçu',
  nothingToShow: 'Il n’y a aucune photo à montrer.',
  screen: 'Aperçu de {{title}}',
  play: 'Lire',
  pause: 'Pause',
  starting: 'Lancement de la musique…',
  opening: 'Ouverture de l’aperçu…',
  stepBack: 'Reculer d’une image',
  stepForward: 'Avancer d’une image',
  position: 'Moment du film',
  positionAt: '{{at}} sur {{total}}',
  mute: 'Couper le son',
  unmute: 'Remettre le son',
  soundFailed: 'La musique n’a pas pu être lue ; voici le film sans elle.',
  photoMissing: 'Une photo de ce moment n’a pas pu être chargée. Vérifiez votre connexion et réessayez.',
  photoUnreadable: 'Aucune des photos ne peut être lue.',
  broken: 'Ce navigateur ne peut pas afficher l’aperçu. Le film peut tout de même être réalisé.',
  tryAgain: 'Réessayer',
  rate: '{{rate}}×',
} satisfies Words<typeof english>

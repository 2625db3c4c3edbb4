import type { preview as english } from '../en/preview'
import type { Words } from '../Words'

export const preview = {
  label: 'Vorschau',
  show: 'Vorschau',
  close: 'Vorschau schließen',
  nothingToShow: 'Es gibt kein Foto zu zeigen.',
  screen: 'Vorschau von {{title}}',
  play: 'Abspielen',
  pause: 'Pause',
  starting: 'Musik beginnt …',
  opening: 'Vorschau wird geöffnet …',
  stepBack: 'Ein Bild zurück',
  stepForward: 'Ein Bild weiter',
  position: 'Stelle im Film',
  positionAt: '{{at}} von {{total}}',
  mute: 'Ton aus',
  unmute: 'Ton an',
  soundFailed: 'Die Musik konnte nicht abgespielt werden; das ist der Film ohne sie.',
  photoMissing:
    'Ein Foto dieser Stelle konnte nicht geladen werden. Prüfe deine Verbindung und versuche es noch einmal.',
  photoUnreadable: 'Keines der Fotos ist lesbar.',
  broken: 'Dieser Browser kann die Vorschau nicht zeigen. Der Film kann trotzdem gemacht werden.',
  tryAgain: 'Noch einmal versuchen',
  rate: '{{rate}}×',
} satisfies Words<typeof english>

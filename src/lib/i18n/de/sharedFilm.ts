import type { sharedFilm as english } from '../en/sharedFilm'
import type { Words } from '../Words'

export const sharedFilm = {
  sharedFilm: {
    loading: 'Film wird geöffnet',
    pageTitle: 'Geteilter Film',
    player: 'Film „{{title}}“',
    facts: '{{length}} · zu sehen bis {{date}}',
    until: 'Zu sehen bis {{date}}',
    download: 'Herunterladen',
    failed: 'Der Film konnte hier nicht abgespielt werden.',
    gone: 'Dieser Film ist nicht hier',
    goneText:
      'Der Link ist vielleicht abgelaufen oder vertippt. Bitte den, der ihn dir geschickt hat, um einen neuen.',
    unreachable: 'Der Film konnte nicht geöffnet werden',
    unreachableText: 'Prüfe deine Verbindung und versuche es noch einmal.',
    madeWith: 'Mit PhotoMemory gemacht: deine Fotos als Film, der bleibt.',
    makeOne: 'Mach deinen eigenen',
  },
} satisfies Words<typeof english>

import type { shell as english } from '../en/shell'
import type { Words } from '../Words'

export const shell = {
  documentTitle: '{{page}} · PhotoMemory',
  skip: 'Zum Inhalt springen',
  language: 'Sprache',
  loading: 'Wird geladen',
  cancel: 'Abbrechen',
  close: 'Schließen',
  tryAgain: 'Noch einmal versuchen',
  reload: 'Seite neu laden',
  home: 'Start',
  homeTitle: 'Deine Fotos als Film, der bleibt',
  homeLead:
    'Zieh die Bilder eines Tages, einer Reise, eines Jahres herein. PhotoMemory ordnet sie, setzt sie in Bewegung und macht einen Film daraus.',
  homePoint1: 'Auf deinem Gerät gemacht',
  homePoint1Text:
    'Der Film entsteht in deinem eigenen Browser. Kein Renderdienst bekommt deine Fotos je zu sehen.',
  homePoint2: 'Bewegt wie ein Film',
  homePoint2Text: 'Sanfte Schwenks, weiche Blenden, dein Titel und deine Bildtexte. Porträts bleiben ganz.',
  homePoint3: 'Deins für immer',
  homePoint3Text: 'Lade eine Full-HD-Datei herunter, die überall läuft. Deine Mediathek gehört nur dir.',
  failureTitle: 'Diese Seite ist stehen geblieben',
  failureText:
    'Nichts Gespeichertes ist verloren. Versuche es noch einmal; passiert es wieder, hilft der Bericht unten, den Grund zu finden.',
  uncaught: 'Etwas ist schiefgegangen',
  uncaughtText: 'Nichts Gespeichertes ist verloren. Wenn jetzt etwas nicht funktioniert, lade die Seite neu.',
  dialogFailed: 'Das ließ sich nicht öffnen. Lade die Seite neu und versuche es noch einmal.',
  report: 'Technischer Bericht',
  copyReport: 'Bericht kopieren',
  copied: 'Kopiert',
  outdatedTitle: 'Eine neuere Version ist da',
  outdatedText: 'Dieser Tab ist älter als der Stand auf dem Server. Lade die Seite neu, um weiterzumachen.',
  unloadedTitle: 'Diese Seite konnte nicht geladen werden',
  unloadedText: 'Prüfe deine Verbindung und lade dann die Seite neu.',
  notFoundTitle: 'Hier ist nichts',
  notFoundText: 'Vielleicht ist die Adresse vertippt, oder was hier war, wurde gelöscht.',
  storageFull: 'Der Speicher deines Browsers ist voll, deshalb hält das nur, bis du den Tab schließt.',
  storageOff:
    'Dein Browser bewahrt für diese Seite nichts auf, deshalb hält das nur, bis du den Tab schließt.',
  messages: 'Meldungen ({{key}})',
  closeMessage: 'Diese Meldung schließen',
} satisfies Words<typeof english>

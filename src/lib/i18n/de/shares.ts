import type { shares as english } from '../en/shares'
import type { Words } from '../Words'

export const shares = {
  send: 'Film senden',
  title: '„{{title}}“ senden',
  file: 'Die Datei',
  fileText: 'An einen Chat, eine E-Mail oder ein Laufwerk, von diesem Gerät.',
  sendFile: 'Datei senden',
  sendNow: 'Bereit: jetzt senden',
  fetching: 'Datei wird geholt: {{percent}}',
  fetchFailed: 'Die Datei konnte nicht geholt werden. Prüfe deine Verbindung und versuche es noch einmal.',
  sent: 'Übergeben',
  download: 'Datei herunterladen',
  tooLarge:
    'Mit {{size}} ist dieser Film zu groß für eine andere App. Lade ihn herunter oder schick einen Link.',

  links: 'Ein Link',
  linksText:
    'Wer ihn hat, kann diesen Film ohne Konto ansehen und speichern. Sonst ist nichts von dir zu sehen.',
  lasts: 'Er gilt',
  days_1: 'einen Tag',
  days_7: 'eine Woche',
  days_30: 'einen Monat',
  days_365: 'ein Jahr',
  create: 'Link anlegen',
  newLink: 'Link zum Film',
  once: 'Kopiere ihn jetzt: Wir behalten keine Kopie, er wird nicht noch einmal gezeigt.',
  copy: 'Link kopieren',
  copied: 'Kopiert',
  copyFailed: 'Dein Browser ließ uns nicht kopieren. Markiere den Link und kopiere ihn selbst.',
  sendLink: 'Link senden',
  open: 'Gültige Links',
  madeBy: 'Angelegt am {{date}} von {{name}}',
  madeByYou: 'Angelegt am {{date}}',
  until: 'Bis {{date}}',
  revoke: 'Beenden',
  revokeNamed: 'Link bis {{date}} beenden',
  revokeAsk: 'Diesen Link beenden? Wer ihn hat, kann den Film dann nicht mehr ansehen.',
  revokeYes: 'Link beenden',
  revokeNo: 'Behalten',
  revoked: 'Der Link ist beendet.',
  onlyEditors: 'Links legen die an, die dieses Projekt bearbeiten können.',
} satisfies Words<typeof english>

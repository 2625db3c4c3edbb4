import type { frame as english } from '../en/frame'
import type { Words } from '../Words'

export const frame = {
  navigation: 'Hauptmenü',
  nav_projects: 'Projekte',
  nav_media: 'Mediathek',
  nav_queue: 'Aufträge',
  nav_settings: 'Einstellungen',
  nav_billing: 'Tarif',
  openNavigation: 'Menü öffnen',
  connection_live: 'Live',
  connection_reconnecting: 'Wird verbunden …',
  connection_offline: 'Offline',
  collapse: 'Seitenleiste schmal machen',
  expand: 'Seitenleiste breit machen',
  justNow: 'gerade eben',
  editorFailedTitle: 'Der Editor ist stehen geblieben',
  editorFailedText: 'Deine Änderungen wurden gespeichert, soweit es ging. Der Rest der Seite läuft weiter.',
  playerFailedTitle: 'Der Player ist stehen geblieben',
  playerFailedText: 'Deinem Film ist nichts passiert: Du kannst ihn weiterhin herunterladen.',
  partFailedTitle: 'Dieser Teil der Seite ist stehen geblieben',
  partFailedText: 'Der Rest der Seite läuft weiter, und nichts Gespeichertes ist verloren.',
  loadFailed: 'Das konnte nicht geladen werden',
  backToProjects: 'Zurück zu deinen Projekten',
  notHereOffline: 'Das ist nicht auf diesem Gerät. Es erscheint, sobald du wieder online bist.',
  offline: 'Du bist offline.',
  lastUpdated: 'Zuletzt aktualisiert: {{ago}}.',
  waiting_one: '{{count}} Änderung wird gespeichert, wenn du wieder online bist.',
  waiting_other: '{{count}} Änderungen werden gespeichert, wenn du wieder online bist.',
  newVersion: 'Eine neue Version ist bereit.',
  newVersionTake: 'Neu laden',
  newVersionBusy:
    'Eine neue Version ist bereit. Sie kann geladen werden, sobald der laufende Film fertig und alles gesendet ist.',
  notKept:
    'Dieses Gerät hat keinen Platz für deine Änderung. Lass diese Seite offen, bis du wieder online bist.',
  yourProfile: '{{name}}, dein Profil',
} satisfies Words<typeof english>

import type { accountData as english } from '../en/accountData'
import type { Words } from '../Words'

export const accountData = {
  title: 'Deine Daten',
  lead: 'Nimm alles mit: deine Fotos, Filme und deine Musik, wie sie sind, und in einer Datei alles Übrige wie Projekte und Bildtexte.',
  collect: 'Kopie von allem holen',
  looking: 'Es wird nachgesehen, was da ist …',
  waiting: 'Ein anderer Tab sammelt gerade deine Daten. Dieser wartet, bis er fertig ist.',
  collecting: 'Deine Daten werden gesammelt',
  collected: '{{done}} von {{files}} Dateien · {{size}} von {{all}}',
  collectingLead:
    'Du kannst dir inzwischen andere Seiten ansehen. Wenn du diesen Tab schließt, geht es beim nächsten Mal hier weiter.',
  collectingNotKept:
    'Dieser Browser behält nichts, wenn die Seite geschlossen wird (ein privates Fenster?). Lass sie offen, bis du die Datei gespeichert hast.',
  stop: 'Anhalten',
  goOn: 'Weitermachen',
  discard: 'Gesammeltes verwerfen',
  stopped: 'Angehalten. Was schon da ist, wird nicht noch einmal geholt.',
  stoppedNotKept:
    'Angehalten. Was schon da ist, wird nicht noch einmal geholt, solange diese Seite offen ist.',
  keptEarlier: 'Du hast schon einmal angefangen. Was schon da ist, wird nicht noch einmal geholt.',
  needsRoom: '{{reason}} Etwa {{size}} werden gebraucht.',
  ready: 'Deine Kopie ist fertig: eine ZIP-Datei mit {{size}}.',
  missing_one:
    '{{count}} Datei konnte nicht geholt werden: Sie wurde inzwischen gelöscht oder ist im Speicher verloren gegangen.',
  missing_other:
    '{{count}} Dateien konnten nicht geholt werden: Sie wurden inzwischen gelöscht oder sind im Speicher verloren gegangen.',
  save: 'ZIP-Datei speichern',
  afterSaving: 'Wenn sie gespeichert ist, entferne die Kopie, die dieser Browser aufbewahrt.',
  removeCopy: 'Kopie entfernen',

  music: 'Deine Musik',
  musicLead:
    'Stücke, die du zu Filmen hinzugefügt hast. Sie zählen wie Fotos und Filme zu deinem Speicherplatz.',
  musicNone: 'Noch nichts. Wenn du einem Film eine Musikdatei gibst, wird sie hier aufbewahrt.',
  musicFacts: '{{duration}} · {{size}}',
  musicRemove: '{{name}} löschen',
  musicRemoved:
    '„{{name}}“ wurde gelöscht. Filme mit diesem Stück bekommen komponierte Musik, wenn sie neu gemacht werden.',

  deleteTitle: 'Konto löschen',
  deleteLead:
    'Löscht alle deine Fotos, Filme, Projekte und deine Musik, auch für die Menschen, mit denen du sie teilst, und dann das Konto selbst.',
  delete: 'Konto löschen',
  deleteQuestion: 'Dein Konto löschen?',
  deleteText:
    'Alles wird gelöscht: Fotos, Filme, Musik und Projekte, auch die geteilten. Niemand kann etwas davon zurückholen. Wenn du später etwas davon brauchen könntest, hol dir zuerst eine Kopie von allem.',
  yourEmail: 'Deine E-Mail',
  typeEmail: 'Gib zur Bestätigung {{email}} ein',
  emailDiffers: 'Das ist nicht die E-Mail-Adresse dieses Kontos: {{email}}',
  deleteNow: 'Alles löschen',
  deleting: 'Wird gelöscht …',

  closingTitle: 'Dein Konto wird gelöscht',
  closingText:
    'Wenn etwas dazwischenkommt, geht es von selbst weiter, sobald du dich wieder anmeldest, auf jedem Gerät.',
  closingProgress: 'Deine Dateien werden gelöscht',
  closingFiles: '{{done}} von {{files}} Dateien gelöscht',
  closingOffline: 'Keine Verbindung. Sobald es eine gibt, geht es weiter.',
  closingStop: 'Anhalten und den Rest behalten',
  closingKeeping: 'Wird angehalten …',
  closingAgain: 'Weiter löschen',
  kept: 'Dein Konto bleibt. Was vorher gelöscht wurde, ist weg.',
  deleted: 'Dein Konto und alles darin wurde gelöscht.',
} satisfies Words<typeof english>

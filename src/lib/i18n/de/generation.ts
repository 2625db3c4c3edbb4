import type { generation as english } from '../en/generation'
import type { Words } from '../Words'

export const generation = {
  progressLabel: 'Fortschritt des Films',
  stage_queued: 'Wartet in der Schlange',
  stage_retrying: 'Gleich ein neuer Versuch',
  stage_paused: 'Pausiert',
  stage_preparing: 'Fotos werden vorbereitet',
  stage_rendering: 'Film wird gemacht',
  stage_finishing: 'Datei wird fertiggestellt',
  stage_uploading: 'Film wird gespeichert',
  status_queued: 'Wartet',
  status_processing: 'In Arbeit',
  status_completed: 'Fertig',
  status_failed: 'Fehlgeschlagen',
  status_cancelled: 'Abgebrochen',
  timeLeft: 'Noch etwa {{time}}',
  attempt: 'Versuch {{attempt}}',
  newCut: 'Neue Fassung',
  newCutText:
    'Die Fotos und Texte von „{{title}}“ in anderer Länge oder Form, als eigener Film. Die Filme, die du hast, bleiben.',
  makeCut: 'Diese Fassung machen',
  cutSeconds: '{{seconds}} s',
  cutMinutes: '{{minutes}} min',
  openToContinue:
    'Die Seite, die ihn gemacht hat, ist geschlossen. Öffne diese Seite in einem Browser, der Filme macht, dann geht es weiter.',
  othersOpenToContinue: 'Es geht weiter, wenn die Person, die ihn wollte, diese Seite wieder öffnet.',
  noRoom:
    'Auf diesem Gerät ist kein Platz für den Film: Er braucht etwa {{size}}. Schaff Platz, dann geht es von selbst weiter, oder öffne diese Seite auf einem anderen Gerät.',
  noRoomAtAll:
    'Auf diesem Gerät ist kein Platz für den Film. Schaff Platz, dann geht es von selbst weiter, oder öffne diese Seite auf einem anderen Gerät.',
  tryNow: 'Jetzt versuchen',
  skipped_one: 'Ein Foto war nicht lesbar und ist nicht in diesem Film: {{names}}.',
  skipped_other: '{{count}} Fotos waren nicht lesbar und sind nicht in diesem Film: {{names}}.',
  skippedMore: '{{more}} weitere',
  skippedUnknown: 'ein Foto, das inzwischen entfernt wurde',
  skippedCount_one: 'Ein Foto war nicht lesbar und ist nicht in diesem Film.',
  skippedCount_other: '{{count}} Fotos waren nicht lesbar und sind nicht in diesem Film.',
  keepOpen: 'Entsteht in deinem Browser: Lass einen Tab offen, bis er fertig ist.',
  cannotMake:
    'Dieser Browser kann keine Filme machen. Öffne diese Seite in einem aktuellen Chrome oder Edge am Computer: Dort entsteht, was wartet.',
  lookAtCut: 'Erst ansehen',
} satisfies Words<typeof english>

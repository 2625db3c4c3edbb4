import type { refusals as english } from '../en/refusals'
import type { Words } from '../Words'

export const refusals = {
  no_photos: 'Füge zuerst mindestens ein Foto hinzu.',
  monthly_quota: 'Du hast alle Filme dieses Monats verbraucht. Ein größerer Tarif gibt dir mehr.',
  storage_quota: 'Dein Speicher ist voll. Lösche Projekte, deren Filme du nicht mehr brauchst.',
  too_many_active: 'Es werden schon genug Filme gemacht. Warte, bis einer fertig ist.',
  no_such_track: 'Diese Musik ist nicht mehr da. Wähle andere.',
  already_running: 'Dieser Film wird schon gemacht.',
  lease_lost: 'Ein anderer Tab oder ein anderes Gerät hat diesen Film übernommen.',
  bad_email: 'Diese E-Mail-Adresse sieht nicht richtig aus. Prüfe sie auf Tippfehler.',
  own_email: 'Das ist deine eigene Adresse. Du hast dieses Projekt schon.',
  already_member: 'Diese Person gehört schon zum Projekt.',
  too_many_members: 'Mehr als fünfzig Personen kann ein Projekt nicht haben.',
  too_many_invitations:
    'Zu viele deiner Einladungen warten auf Antwort. Zieh eine zurück oder warte, bis einige beantwortet sind.',
  invitation_gone: 'Diese Einladung ist nicht mehr offen. Bitte um eine neue.',
  stale_rev: 'Jemand hat das inzwischen geändert. Lade neu, um die neueste Version zu sehen.',
  photo_limit: 'Das sind mehr Fotos, als dein Tarif in einem Film erlaubt.',
  duration_limit: 'Dieser Film ist länger, als dein Tarif erlaubt.',
  request_key_used: 'Dieser Film wurde schon bestellt. Lade die Seite neu.',
  terminal_state: 'Dieser Film ist schon abgeschlossen.',
  illegal_transition: 'Dieser Film ist schon abgeschlossen.',
  worker_lost:
    'Der Tab, der diesen Film macht, wurde zu oft geschlossen. Versuche es noch einmal und lass ihn offen.',
  too_many_handovers:
    'Der Tab, der diesen Film macht, wurde zu oft geschlossen. Versuche es noch einmal und lass ihn offen.',
  sign_in: 'Du wurdest abgemeldet. Bitte melde dich wieder an.',
  account_gone: 'Dieses Konto wurde gelöscht.',
  account_closing:
    'Dieses Konto wird gerade gelöscht, deshalb wird nichts Neues gemacht oder gespeichert. Lade die Seite neu, um das Löschen anzuhalten.',
  account_kept: 'Dieses Konto bleibt: Jemand hat das Löschen angehalten.',

  no_such_upload: 'Die hochgeladene Datei ist nicht angekommen. Bitte versuche es noch einmal.',
  too_many_uploads: 'Zu viele Uploads auf einmal. Warte ein paar Minuten und versuche es dann noch einmal.',
  larger_than_reserved: 'Die Datei hat sich beim Hochladen verändert. Bitte versuche es noch einmal.',
  unsupported_type: 'Diese Art Datei kann nicht aufbewahrt werden.',
  bad_size: 'Diese Datei ist zu groß, um aufbewahrt zu werden.',
  timeout: 'Die Verbindung ist gerade zu langsam. Bitte versuche es noch einmal.',
  gone: 'Das Hochladen hat zu lange gedauert. Bitte versuche es noch einmal.',
  files_remain: 'Einige Dateien konnten nicht gelöscht werden. Bitte versuche es noch einmal.',

  already_registered: 'Dieses Foto ist schon in deiner Mediathek.',
  bad_request: 'Der Server hat diese Seite nicht verstanden. Lade sie neu und versuche es noch einmal.',
  foreign_path: 'Der Server hat diese Seite nicht verstanden. Lade sie neu und versuche es noch einmal.',
  immutable: 'Das lässt sich nicht mehr ändern. Lade die Seite neu.',

  unsupported_codec:
    'Dieser Browser kann kein Video kodieren. Nimm ein aktuelles Chrome, Edge, Firefox oder Safari.',
  encoder_failed:
    'Der Video-Encoder ist stehen geblieben. Schließe andere aufwendige Tabs und versuche es noch einmal.',
  photo_unreadable: 'Ein Foto dieses Films war nicht lesbar.',
  track_unreadable: 'Die Musikdatei dieses Films konnte hier nicht abgespielt werden. Wähle eine andere.',
  storage_full: 'Dieses Gerät hat keinen Platz mehr. Schaff etwas Platz und versuche es noch einmal.',
  worker_crashed:
    'Der Film ist unerwartet stehen geblieben, vielleicht aus Mangel an Arbeitsspeicher. Versuche es noch einmal.',

  not_a_photo: 'Diese Datei ist kein Foto, das wir lesen können.',
  not_a_track:
    'Diese Datei ist keine Musik, die wir lesen können. Versuche eine MP3-, M4A-, WAV-, OGG- oder FLAC-Datei.',
  not_heard:
    'Diese Musik konnte gerade nicht angehört werden. Prüfe deine Verbindung und wähle sie noch einmal aus.',
  empty_file: 'Diese Datei ist leer.',
  too_large: 'Diese Datei ist zu groß.',
  too_long: 'Diese Musik ist länger als vier Stunden. Wähle eine kürzere Datei.',
  too_many_pixels: 'Dieses Bild hat zu viele Pixel. Speichere eine kleinere Kopie und wähle diese.',
  unreadable: 'Dieses Foto ist beschädigt und lässt sich nicht öffnen.',
  not_read:
    'Dieses Foto konnte gerade nicht gelesen werden. Prüfe deine Verbindung und wähle es noch einmal aus.',
  duplicate: 'Dieses Foto ist schon im Film.',
  share_too_large: 'Das war mehr, als auf einmal geteilt werden kann. Füge es hier hinzu.',
  too_many_photos: 'Das sind mehr Fotos, als ein Film fassen kann.',
  file_gone: 'Diese Datei wurde verschoben oder gelöscht. Wähle sie noch einmal aus.',
  storage_blocked:
    'In einem anderen Tab ist eine ältere Version offen. Schließe die anderen Tabs dieser Seite.',
  storage_unavailable: 'Dieser Browser bewahrt keine Entwürfe auf diesem Gerät auf (privates Fenster?).',
  newer_version: 'Anderswo ist eine neuere Version dieser Seite offen. Lade diesen Tab neu.',
  copy_lost: 'Was auf diesem Gerät gesammelt wurde, ist weg. Beginne noch einmal.',
  earlier_draft: 'Auf diesem Gerät ist ein früherer Entwurf. Wähle, welchen der beiden du behalten möchtest.',
  not_waiting: 'Dieser Film wartet nicht mehr.',
  not_finished: 'Dieser Film ist noch nicht fertig.',
  too_many_shares: 'Mehr als zwanzig Links zu einem Film können nicht zugleich gelten. Beende zuerst einen.',
} satisfies Words<typeof english>

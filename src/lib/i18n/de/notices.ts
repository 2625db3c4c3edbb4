import type { notices as english } from '../en/notices'
import type { Words } from '../Words'

export const notices = {
  title: 'Benachrichtigungen',
  bell: 'Benachrichtigungen, {{count}} ungelesen',
  unread_one: '{{count}} ungelesen',
  unread_other: '{{count}} ungelesen',
  markAllRead: 'Alle als gelesen markieren',
  markRead: 'Als gelesen markieren',
  dismiss: 'Entfernen',
  isUnread: 'Ungelesen',
  older: 'Ältere zeigen',
  settings: 'Einstellungen für Benachrichtigungen',
  emptyTitle: 'Alles ruhig',
  emptyText: 'Wenn ein Film fertig ist oder jemand ein Projekt mit dir teilt, findest du es hier.',
  many: '{{count}} neue Benachrichtigungen. Du findest sie bei der Glocke.',

  untitled: 'Ohne Titel',
  somebody: 'Jemand',
  video_completed: 'Dein Film „{{title}}“ ist fertig',
  video_failed: '„{{title}}“ konnte nicht gemacht werden',
  project_invited: '{{person}} lädt dich zu „{{title}}“ ein',
  invited_editor: 'Du könntest Fotos und Texte ändern.',
  invited_viewer: 'Du könntest es ansehen und die Filme anschauen.',
  invitation_accepted: '{{person}} ist jetzt bei „{{title}}“ dabei',
  member_left: '{{person}} hat „{{title}}“ verlassen',
  membership_ended: '„{{title}}“ wird nicht mehr mit dir geteilt',
  role_editor: 'Du kannst „{{title}}“ jetzt bearbeiten',
  role_viewer: 'Du kannst „{{title}}“ jetzt ansehen, aber nicht mehr bearbeiten',
  other: 'Es gibt etwas Neues',
  otherDetail: 'Diese Seite ist älter als die Neuigkeit: Lade sie neu.',

  watch: 'Anschauen',
  look: 'Ansehen',
  answer: 'Antworten',
  open: 'Öffnen',

  system: 'Benachrichtigungen außerhalb dieser Seite',
  systemText:
    'Wenn ein Film fertig ist und du gerade woanders bist, zeigt dein System eine Benachrichtigung.',
  systemOn: 'So erfährst du davon',
  systemOnBody: 'Wenn ein Film fertig ist und du gerade woanders bist.',
  systemUnsupported: 'Dieser Browser kann für diese Seite keine Benachrichtigungen zeigen.',
  systemBlocked:
    'Dein Browser blockiert die Benachrichtigungen dieser Seite. Um sie zu erlauben, öffne die Website-Einstellungen neben der Adresse, stelle Benachrichtigungen auf „Zulassen“ und komm zurück.',
  systemUnanswered:
    'Die Frage des Browsers blieb unbeantwortet. Schalte es wieder ein, dann fragt er noch einmal.',
} satisfies Words<typeof english>

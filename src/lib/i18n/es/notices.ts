import type { notices as english } from '../en/notices'
import type { Words } from '../Words'

export const notices = {
  title: 'Notificaciones',
  bell: 'Notificaciones, {{count}} sin leer',
  unread_one: '{{count}} sin leer',
  unread_many: '{{count}} sin leer',
  unread_other: '{{count}} sin leer',
  markAllRead: 'Marcar todas como leídas',
  markRead: 'Marcar como leída',
  dismiss: 'Descartar',
  isUnread: 'Sin leer',
  older: 'Mostrar anteriores',
  settings: 'Ajustes de notificaciones',
  emptyTitle: 'Todo en calma',
  emptyText: 'Cuando una película esté lista o alguien comparta un proyecto contigo, lo verás aquí.',
  many: '{{count}} notificaciones nuevas. Las encuentras en la campana.',

  untitled: 'Sin título',
  somebody: 'Alguien',
  video_completed: 'Tu película «{{title}}» está lista',
  video_failed: 'No se pudo crear «{{title}}»',
  project_invited: '{{person}} te invita a «{{title}}»',
  invited_editor: 'Podrías cambiar sus fotos y textos.',
  invited_viewer: 'Podrías verlo y ver sus películas.',
  invitation_accepted: '{{person}} se ha unido a «{{title}}»',
  member_left: '{{person}} ha salido de «{{title}}»',
  membership_ended: '«{{title}}» ya no se comparte contigo',
  role_editor: 'Ahora puedes editar «{{title}}»',
  role_viewer: 'Ahora puedes ver «{{title}}», pero ya no editarlo',
  other: 'Ha pasado algo nuevo',
  otherDetail: 'Esta página es más antigua que la noticia: recárgala.',

  watch: 'Verla',
  look: 'Verlo',
  answer: 'Responder',
  open: 'Abrir',

  system: 'Notificaciones fuera de esta página',
  systemText:
    'Cuando una película está lista y estás mirando otra cosa, tu sistema muestra una notificación.',
  systemOn: 'Así te enterarás',
  systemOnBody: 'Cuando una película esté lista y estés mirando otra cosa.',
  systemUnsupported: 'Este navegador no puede mostrar notificaciones de esta página.',
  systemBlocked:
    'Tu navegador bloquea las notificaciones de esta página. Para permitirlas, abre los ajustes del sitio junto a la dirección, pon Notificaciones en Permitir y vuelve.',
  systemUnanswered:
    'La pregunta del navegador quedó sin respuesta. Actívalo de nuevo para que vuelva a preguntar.',
} satisfies Words<typeof english>

import type { notices as english } from '../en/notices'
import type { Words } from '../Words'

export const notices = {
  title: 'Notifications',
  bell: 'Notifications, {{count}} non lues',
  unread_one: '{{count}} non lue',
  unread_many: '{{count}} non lues',
  unread_other: '{{count}} non lues',
  markAllRead: 'Tout marquer comme lu',
  markRead: 'Marquer comme lue',
  dismiss: 'Effacer',
  isUnread: 'Non lue',
  older: 'Afficher les précédentes',
  settings: 'Paramètres des notifications',
  emptyTitle: 'Tout est calme',
  emptyText: 'Quand un film est prêt ou que quelqu’un partage un projet avec vous, vous le verrez ici.',
  many: '{{count}} nouvelles notifications. Elles vous attendent à la cloche.',

  untitled: 'Sans titre',
  somebody: 'Quelqu’un',
  video_completed: 'Votre film « {{title}} » est prêt',
  video_failed: '« {{title}} » n’a pas pu être réalisé',
  project_invited: '{{person}} vous invite à « {{title}} »',
  invited_editor: 'Vous pourriez en modifier les photos et les textes.',
  invited_viewer: 'Vous pourriez le consulter et regarder ses films.',
  invitation_accepted: '{{person}} a rejoint « {{title}} »',
  member_left: '{{person}} a quitté « {{title}} »',
  membership_ended: '« {{title}} » n’est plus partagé avec vous',
  role_editor: 'Vous pouvez maintenant modifier « {{title}} »',
  role_viewer: 'Vous pouvez maintenant consulter « {{title}} », mais plus le modifier',
  other: 'Il y a du nouveau',
  otherDetail: 'Cette page est plus ancienne que la nouvelle : rechargez-la.',

  watch: 'Le regarder',
  look: 'Voir',
  answer: 'Répondre',
  open: 'Ouvrir',

  system: 'Notifications en dehors de cette page',
  systemText: 'Quand un film est prêt et que vous regardez ailleurs, votre système affiche une notification.',
  systemOn: 'Voici comment vous l’apprendrez',
  systemOnBody: 'Quand un film est prêt et que vous regardez ailleurs.',
  systemUnsupported: 'Ce navigateur ne peut pas afficher de notifications pour cette page.',
  systemBlocked:
    'Votre navigateur bloque les notifications de cette page. Pour les autoriser, ouvrez les paramètres du site à côté de l’adresse, réglez Notifications sur Autoriser, puis revenez.',
  systemUnanswered:
    'La question du navigateur est restée sans réponse. Réactivez l’option pour qu’il la repose.',
} satisfies Words<typeof english>

import type { frame as english } from '../en/frame'
import type { Words } from '../Words'

export const frame = {
  navigation: 'Navigation principale',
  nav_projects: 'Projets',
  nav_media: 'Médiathèque',
  nav_queue: 'File d’attente',
  nav_settings: 'Paramètres',
  nav_billing: 'Forfait',
  openNavigation: 'Ouvrir le menu',
  connection_live: 'En direct',
  connection_reconnecting: 'Reconnexion…',
  connection_offline: 'Hors ligne',
  collapse: 'Réduire la barre latérale',
  expand: 'Élargir la barre latérale',
  justNow: 'à l’instant',
  editorFailedTitle: 'L’éditeur a cessé de fonctionner',
  editorFailedText:
    'Vos modifications ont été enregistrées autant que possible. Le reste de la page continue.',
  playerFailedTitle: 'Le lecteur a cessé de fonctionner',
  playerFailedText: 'Votre film, lui, est intact : vous pouvez toujours le télécharger.',
  partFailedTitle: 'Cette partie de la page a cessé de fonctionner',
  partFailedText: 'Le reste de la page continue, et rien de ce qui est enregistré n’est perdu.',
  loadFailed: 'Le chargement n’a pas abouti',
  backToProjects: 'Retour à vos projets',
  notHereOffline: 'Ce n’est pas sur cet appareil. Cela apparaîtra dès que vous serez de nouveau en ligne.',
  offline: 'Vous êtes hors ligne.',
  lastUpdated: 'Dernière mise à jour : {{ago}}.',
  waiting_one: '{{count}} modification sera enregistrée à votre retour en ligne.',
  waiting_many: '{{count}} de modifications seront enregistrées à votre retour en ligne.',
  waiting_other: '{{count}} modifications seront enregistrées à votre retour en ligne.',
  newVersion: 'Une nouvelle version est prête.',
  newVersionTake: 'Recharger',
  newVersionBusy:
    'Une nouvelle version est prête. Elle pourra être chargée quand le film en cours sera terminé et que tout sera envoyé.',
  notKept:
    'Cet appareil n’a pas la place de garder votre modification. Laissez cette page ouverte jusqu’à votre retour en ligne.',
  yourProfile: '{{name}}, votre profil',
} satisfies Words<typeof english>

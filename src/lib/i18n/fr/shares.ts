import type { shares as english } from '../en/shares'
import type { Words } from '../Words'

export const shares = {
  send: 'Envoyer le film',
  title: 'Envoyer « {{title}} »',
  file: 'Le fichier',
  fileText: 'Vers une discussion, un e-mail ou un espace de stockage, depuis cet appareil.',
  sendFile: 'Envoyer le fichier',
  sendNow: 'Prêt : envoyer maintenant',
  fetching: 'Récupération du fichier : {{percent}}',
  fetchFailed: 'Le fichier n’a pas pu être récupéré. Vérifiez votre connexion et réessayez.',
  sent: 'Transmis',
  download: 'Télécharger le fichier',
  tooLarge:
    'Avec {{size}}, ce film est trop gros pour être transmis à une autre application. Téléchargez-le, ou envoyez un lien.',

  links: 'Un lien',
  linksText:
    'Toute personne qui l’a peut regarder et enregistrer ce film, sans compte. Elle ne voit rien d’autre de vous.',
  lasts: 'Il fonctionne pendant',
  days_1: 'Un jour',
  days_7: 'Une semaine',
  days_30: 'Un mois',
  days_365: 'Un an',
  create: 'Créer un lien',
  newLink: 'Lien vers le film',
  once: 'Copiez-le maintenant : nous n’en gardons pas de copie, il ne sera plus affiché.',
  copy: 'Copier le lien',
  copied: 'Copié',
  copyFailed:
    'Votre navigateur ne nous a pas laissés le copier. Sélectionnez le lien et copiez-le vous-même.',
  sendLink: 'Envoyer le lien',
  open: 'Liens actifs',
  madeBy: 'Créé le {{date}} par {{name}}',
  madeByYou: 'Créé le {{date}}',
  until: 'Jusqu’au {{date}}',
  revoke: 'Mettre fin',
  revokeNamed: 'Mettre fin au lien valable jusqu’au {{date}}',
  revokeAsk: 'Mettre fin à ce lien ? Les personnes qui l’ont ne pourront plus regarder le film.',
  revokeYes: 'Mettre fin au lien',
  revokeNo: 'Garder',
  revoked: 'Le lien ne fonctionne plus.',
  onlyEditors: 'Seules les personnes qui peuvent modifier ce projet créent des liens.',
} satisfies Words<typeof english>

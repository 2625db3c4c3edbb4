import type { sharedFilm as english } from '../en/sharedFilm'
import type { Words } from '../Words'

export const sharedFilm = {
  sharedFilm: {
    loading: 'Ouverture du film',
    pageTitle: 'Film partagé',
    player: 'Film « {{title}} »',
    facts: '{{length}} · visible jusqu’au {{date}}',
    until: 'Visible jusqu’au {{date}}',
    download: 'Télécharger',
    failed: 'Le film n’a pas pu être lu ici.',
    gone: 'Ce film n’est pas ici',
    goneText:
      'Le lien a peut-être expiré, ou il est mal saisi. Demandez-en un nouveau à la personne qui vous l’a envoyé.',
    unreachable: 'Le film n’a pas pu être ouvert',
    unreachableText: 'Vérifiez votre connexion, puis réessayez.',
    madeWith: 'Réalisé avec PhotoMemory : vos photos, en un film à garder.',
    makeOne: 'Faites le vôtre',
  },
} satisfies Words<typeof english>

import type { generation as english } from '../en/generation'
import type { Words } from '../Words'

export const generation = {
  progressLabel: 'Progression du film',
  stage_queued: 'En attente dans la file',
  stage_retrying: 'Nouvel essai bientôt',
  stage_paused: 'En pause',
  stage_preparing: 'Préparation des photos',
  stage_rendering: 'Réalisation du film',
  stage_finishing: 'Finition du fichier',
  stage_uploading: 'Enregistrement du film',
  status_queued: 'En attente',
  status_processing: 'En cours',
  status_completed: 'Prêt',
  status_failed: 'Échec',
  status_cancelled: 'Annulé',
  timeLeft: 'Encore {{time}} environ',
  attempt: 'Essai {{attempt}}',
  newCut: 'Nouvelle version',
  newCutText:
    'Les photos et les textes de « {{title}} » dans une autre durée ou un autre format, comme film à part. Les films que vous avez restent.',
  makeCut: 'Faire cette version',
  cutSeconds: '{{seconds}} s',
  cutMinutes: '{{minutes}} min',
  openToContinue:
    'La page qui le réalisait est fermée. Ouvrez cette page dans un navigateur capable de faire des films pour continuer.',
  othersOpenToContinue: 'Cela reprend quand la personne qui l’a demandé rouvre cette page.',
  noRoom:
    'Cet appareil n’a plus de place pour le film : il lui faut environ {{size}}. Libérez de l’espace et il reprendra de lui-même, ou ouvrez cette page sur un autre appareil.',
  noRoomAtAll:
    'Cet appareil n’a plus de place pour le film. Libérez de l’espace et il reprendra de lui-même, ou ouvrez cette page sur un autre appareil.',
  tryNow: 'Essayer maintenant',
  skipped_one: 'Une photo n’a pas pu être lue et n’est pas dans ce film : {{names}}.',
  skipped_many: '{{count}} de photos n’ont pas pu être lues et ne sont pas dans ce film : {{names}}.',
  skipped_other: '{{count}} photos n’ont pas pu être lues et ne sont pas dans ce film : {{names}}.',
  skippedMore: '{{more}} de plus',
  skippedUnknown: 'une photo retirée depuis',
  skippedCount_one: 'Une photo n’a pas pu être lue et n’est pas dans ce film.',
  skippedCount_many: '{{count}} de photos n’ont pas pu être lues et ne sont pas dans ce film.',
  skippedCount_other: '{{count}} photos n’ont pas pu être lues et ne sont pas dans ce film.',
  keepOpen: 'Réalisé dans votre navigateur : gardez un onglet ouvert jusqu’à ce qu’il soit prêt.',
  cannotMake:
    'Ce navigateur ne peut pas faire de films. Ouvrez cette page dans un Chrome ou un Edge récent sur un ordinateur : ce qui attend y sera réalisé.',
  lookAtCut: 'La regarder d’abord',
} satisfies Words<typeof english>

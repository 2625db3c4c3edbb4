import type { accountData as english } from '../en/accountData'
import type { Words } from '../Words'

export const accountData = {
  title: 'Vos données',
  lead: 'Emportez tout : vos photos, vos films et votre musique tels quels, et un fichier avec tout le reste, comme les projets et les légendes.',
  collect: 'Obtenir une copie de tout',
  looking: 'Recherche de ce qu’il y a…',
  waiting: 'Un autre onglet rassemble vos données. Celui-ci attend qu’il ait terminé.',
  collecting: 'Rassemblement de vos données',
  collected: '{{done}} fichiers sur {{files}} · {{size}} sur {{all}}',
  collectingLead:
    'Vous pouvez consulter d’autres pages en attendant. Si vous fermez cet onglet, cela reprendra ici la prochaine fois.',
  collectingNotKept:
    'Ce navigateur ne garde rien quand la page est fermée (une fenêtre privée ?) : laissez-la ouverte jusqu’à ce que le fichier soit enregistré.',
  stop: 'Arrêter',
  goOn: 'Continuer',
  discard: 'Jeter ce qui a été rassemblé',
  stopped: 'Arrêté. Ce qui est déjà là ne sera pas récupéré à nouveau.',
  stoppedNotKept:
    'Arrêté. Ce qui est déjà là ne sera pas récupéré à nouveau tant que cette page est ouverte.',
  keptEarlier: 'Vous aviez déjà commencé. Ce qui est déjà là ne sera pas récupéré à nouveau.',
  needsRoom: '{{reason}} Il faut environ {{size}}.',
  ready: 'Votre copie est prête : un fichier ZIP de {{size}}.',
  missing_one:
    '{{count}} fichier n’a pas pu être récupéré : il a été supprimé entre-temps ou le stockage l’a perdu.',
  missing_many:
    '{{count}} de fichiers n’ont pas pu être récupérés : ils ont été supprimés entre-temps ou le stockage les a perdus.',
  missing_other:
    '{{count}} fichiers n’ont pas pu être récupérés : ils ont été supprimés entre-temps ou le stockage les a perdus.',
  save: 'Enregistrer le fichier ZIP',
  afterSaving: 'Une fois le fichier enregistré, supprimez la copie que garde ce navigateur.',
  removeCopy: 'Supprimer la copie',

  music: 'Votre musique',
  musicLead:
    'Les morceaux que vous avez ajoutés à des films. Ils comptent dans votre stockage, comme les photos et les films.',
  musicNone: 'Rien pour l’instant. Quand vous ajoutez un fichier de musique à un film, il est gardé ici.',
  musicFacts: '{{duration}} · {{size}}',
  musicRemove: 'Supprimer {{name}}',
  musicRemoved:
    '« {{name}} » a été supprimé. Les films qui l’utilisent recevront une musique composée quand ils seront refaits.',

  deleteTitle: 'Supprimer le compte',
  deleteLead:
    'Supprime toutes vos photos, tous vos films, votre musique et vos projets, y compris pour les personnes avec qui vous les partagez, puis le compte lui-même.',
  delete: 'Supprimer le compte',
  deleteQuestion: 'Supprimer votre compte ?',
  deleteText:
    'Tout est supprimé : photos, films, musique et projets, y compris ceux que vous partagez. Personne ne pourra rien récupérer. Si vous pensez en avoir besoin plus tard, obtenez d’abord une copie de tout.',
  yourEmail: 'Votre e-mail',
  typeEmail: 'Pour confirmer, saisissez {{email}}',
  emailDiffers: 'Ce n’est pas l’e-mail de ce compte : {{email}}',
  deleteNow: 'Tout supprimer',
  deleting: 'Suppression…',

  closingTitle: 'Votre compte est en cours de suppression',
  closingText:
    'Si quelque chose l’interrompt, elle reprend d’elle-même dès que vous vous reconnectez, sur n’importe quel appareil.',
  closingProgress: 'Suppression de vos fichiers',
  closingFiles: '{{done}} fichiers supprimés sur {{files}}',
  closingOffline: 'Pas de connexion. Cela reprendra dès qu’il y en aura une.',
  closingStop: 'Arrêter et garder ce qui reste',
  closingKeeping: 'Arrêt…',
  closingAgain: 'Continuer la suppression',
  kept: 'Votre compte reste. Ce qui a été supprimé avant l’arrêt est perdu.',
  deleted: 'Votre compte et tout ce qu’il contenait ont été supprimés.',
} satisfies Words<typeof english>

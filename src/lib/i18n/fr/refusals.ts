import type { refusals as english } from '../en/refusals'
import type { Words } from '../Words'

export const refusals = {
  no_photos: 'Ajoutez d’abord au moins une photo.',
  monthly_quota: 'Vous avez utilisé tous les films de ce mois. Un forfait supérieur en donne plus.',
  storage_quota: 'Votre stockage est plein. Supprimez les projets dont vous n’avez plus besoin des films.',
  too_many_active: 'Assez de films sont déjà en cours. Attendez qu’un se termine.',
  no_such_track: 'Cette musique n’est plus là. Choisissez-en une autre.',
  already_running: 'Ce film est déjà en cours de réalisation.',
  lease_lost: 'Un autre onglet ou appareil a repris ce film.',
  bad_email: 'Cette adresse e-mail semble incorrecte. Vérifiez les fautes de frappe.',
  own_email: 'C’est votre propre adresse. Vous avez déjà ce projet.',
  already_member: 'Cette personne fait déjà partie du projet.',
  too_many_members: 'Un projet peut compter cinquante personnes au maximum.',
  too_many_invitations:
    'Trop de vos invitations attendent une réponse. Retirez-en une, ou attendez quelques réponses.',
  invitation_gone: 'Cette invitation n’est plus ouverte. Demandez-en une nouvelle.',
  stale_rev: 'Quelqu’un a modifié ceci entre-temps. Rechargez pour voir la version la plus récente.',
  photo_limit: 'Cela fait plus de photos que votre forfait n’en permet dans un film.',
  duration_limit: 'Ce film est plus long que ce que permet votre forfait.',
  request_key_used: 'Ce film a déjà été demandé. Rechargez la page.',
  terminal_state: 'Ce film est déjà terminé.',
  illegal_transition: 'Ce film est déjà terminé.',
  worker_lost: 'L’onglet qui réalisait ce film a été fermé trop souvent. Réessayez et laissez-le ouvert.',
  too_many_handovers:
    'L’onglet qui réalisait ce film a été fermé trop souvent. Réessayez et laissez-le ouvert.',
  sign_in: 'Vous avez été déconnecté. Veuillez vous reconnecter.',
  account_gone: 'Ce compte a été supprimé.',
  account_closing:
    'Ce compte est en cours de suppression : rien de nouveau n’est réalisé ni gardé. Rechargez la page pour arrêter la suppression.',
  account_kept: 'Ce compte reste : quelqu’un a arrêté sa suppression.',

  no_such_upload: 'Le fichier envoyé n’est pas arrivé. Veuillez réessayer.',
  too_many_uploads: 'Trop d’envois à la fois. Attendez quelques minutes, puis réessayez.',
  larger_than_reserved: 'Le fichier a changé pendant l’envoi. Veuillez réessayer.',
  unsupported_type: 'Ce type de fichier ne peut pas être gardé.',
  bad_size: 'Ce fichier est trop gros pour être gardé.',
  timeout: 'La connexion est trop lente pour le moment. Veuillez réessayer.',
  gone: 'L’envoi a pris trop de temps. Veuillez réessayer.',
  files_remain: 'Certains fichiers n’ont pas pu être supprimés. Veuillez réessayer.',

  already_registered: 'Cette photo est déjà dans votre médiathèque.',
  bad_request: 'Le serveur n’a pas compris cette page. Rechargez-la et réessayez.',
  foreign_path: 'Le serveur n’a pas compris cette page. Rechargez-la et réessayez.',
  immutable: 'Cela ne peut plus être modifié. Rechargez la page.',

  unsupported_codec:
    'Ce navigateur ne peut pas encoder de vidéo. Utilisez une version récente de Chrome, Edge, Firefox ou Safari.',
  encoder_failed: 'L’encodeur vidéo s’est arrêté. Fermez d’autres onglets gourmands et réessayez.',
  photo_unreadable: 'Une photo de ce film n’a pas pu être lue.',
  track_unreadable: 'Le fichier de musique de ce film n’a pas pu être lu ici. Choisissez-en un autre.',
  storage_full: 'Cet appareil n’a plus d’espace. Libérez-en un peu et réessayez.',
  worker_crashed:
    'La réalisation du film s’est arrêtée de façon inattendue, peut-être par manque de mémoire. Réessayez.',

  not_a_photo: 'Ce fichier n’est pas une photo que nous savons lire.',
  not_a_track:
    'Ce fichier n’est pas une musique que nous savons lire. Essayez un fichier MP3, M4A, WAV, OGG ou FLAC.',
  not_heard:
    'Cette musique n’a pas pu être écoutée à l’instant. Vérifiez votre connexion et choisissez-la à nouveau.',
  empty_file: 'Ce fichier est vide.',
  too_large: 'Ce fichier est trop gros.',
  too_long: 'Cette musique dure plus de quatre heures. Choisissez un fichier plus court.',
  too_many_pixels: 'Cette image a trop de pixels. Enregistrez une copie plus petite et choisissez-la.',
  unreadable: 'Cette photo est endommagée et ne peut pas être ouverte.',
  not_read:
    'Cette photo n’a pas pu être lue à l’instant. Vérifiez votre connexion et choisissez-la à nouveau.',
  duplicate: 'Cette photo est déjà dans le film.',
  share_too_large: 'C’était plus que ce qui peut être partagé en une fois. Ajoutez-le ici.',
  too_many_photos: 'Cela fait plus de photos qu’un film ne peut en contenir.',
  file_gone: 'Ce fichier a été déplacé ou supprimé. Choisissez-le à nouveau.',
  storage_blocked:
    'Un autre onglet garde une version plus ancienne ouverte. Fermez les autres onglets de cette page.',
  storage_unavailable: 'Ce navigateur ne garde pas de brouillons sur cet appareil (fenêtre privée ?).',
  newer_version: 'Une version plus récente de cette page est ouverte ailleurs. Rechargez cet onglet.',
  copy_lost: 'Ce qui avait été rassemblé sur cet appareil a disparu. Recommencez.',
  earlier_draft: 'Un brouillon précédent se trouve sur cet appareil. Choisissez lequel des deux garder.',
  not_waiting: 'Ce film n’est plus en attente.',
  not_finished: 'Ce film n’est pas encore terminé.',
  too_many_shares:
    'Un film ne peut pas avoir plus de vingt liens à la fois. Mettez d’abord fin à l’un d’eux.',
} satisfies Words<typeof english>

import type { shell as english } from '../en/shell'
import type { Words } from '../Words'

export const shell = {
  documentTitle: '{{page}} · PhotoMemory',
  skip: 'Aller au contenu',
  language: 'Langue',
  loading: 'Chargement',
  cancel: 'Annuler',
  close: 'Fermer',
  tryAgain: 'Réessayer',
  reload: 'Recharger la page',
  home: 'Accueil',
  homeTitle: 'Vos photos, en un film à garder',
  homeLead:
    'Déposez les images d’une journée, d’un voyage, d’une année. PhotoMemory les met en ordre, les anime et en fait un film.',
  homePoint1: 'Réalisé sur votre appareil',
  homePoint1Text:
    'Le film se fait dans votre propre navigateur. Aucun service de rendu ne voit jamais vos photos.',
  homePoint2: 'Un vrai mouvement de film',
  homePoint2Text:
    'Panoramiques doux, fondus délicats, votre titre et vos légendes. Les portraits restent entiers.',
  homePoint3: 'À vous pour toujours',
  homePoint3Text: 'Téléchargez un fichier Full HD lisible partout. Votre médiathèque n’est qu’à vous.',
  failureTitle: 'Cette page a cessé de fonctionner',
  failureText:
    'Rien de ce que vous avez enregistré n’est perdu. Réessayez ; si cela se reproduit, le rapport ci-dessous aide à comprendre pourquoi.',
  uncaught: 'Un problème est survenu',
  uncaughtText:
    'Rien de ce que vous avez enregistré n’est perdu. Si quelque chose ne marche plus, rechargez la page.',
  dialogFailed: 'L’ouverture n’a pas abouti. Rechargez la page et réessayez.',
  report: 'Rapport technique',
  copyReport: 'Copier le rapport',
  copied: 'Copié',
  outdatedTitle: 'Une version plus récente est prête',
  outdatedText: 'Cet onglet est plus ancien que le serveur. Rechargez la page pour continuer.',
  unloadedTitle: 'Cette page n’a pas pu être chargée',
  unloadedText: 'Vérifiez votre connexion, puis rechargez la page.',
  notFoundTitle: 'Il n’y a rien ici',
  notFoundText: 'L’adresse est peut-être mal saisie, ou ce qui était ici a été supprimé.',
  storageFull:
    'Le stockage de votre navigateur est plein : cela ne dure que jusqu’à la fermeture de l’onglet.',
  storageOff:
    'Votre navigateur ne garde rien pour cette page : cela ne dure que jusqu’à la fermeture de l’onglet.',
  messages: 'Messages ({{key}})',
  closeMessage: 'Fermer ce message',
} satisfies Words<typeof english>

import type { settings as english } from '../en/settings'
import type { Words } from '../Words'

export const settings = {
  signOut: 'Se déconnecter',
  settings: 'Paramètres',
  profile: 'Profil',
  profileLead:
    'Voici comment vous apparaissez, pour vous et pour les personnes avec qui vous partagez des projets.',
  save: 'Enregistrer',
  saved: 'Enregistré',
  install: 'L’application sur cet appareil',
  installLead:
    'Dans sa propre fenêtre, avec son icône, même sans réseau. Sur un téléphone, les autres applications peuvent lui envoyer des photos.',
  installButton: 'Installer',
  installIos: 'Dans Safari, touchez Partager, puis « Sur l’écran d’accueil ».',
  appearance: 'Apparence',
  theme: 'Thème',
  theme_light: 'Clair',
  theme_dark: 'Sombre',
  theme_system: 'Système',
  sessionLead:
    'Un film en cours dans ce navigateur s’arrête quand vous vous déconnectez, et reprend quand vous vous reconnectez.',
  billing: 'Forfait et utilisation',
  plan: 'Votre forfait',
  plan_free: 'Gratuit',
  plan_pro: 'Pro',
  plan_enterprise: 'Entreprise',
  usage: 'Utilisation',
  films: 'Films ce mois-ci',
  filmsUse: '{{used}} sur {{limit}}',
  storage: 'Stockage',
  storageUse: '{{used}} sur {{limit}}',
  resets: 'Repart de zéro le {{date}}.',
  limits: 'Ce que comprend votre forfait',
  limitFilms: '{{count}} films par mois',
  limitStorage: '{{size}} de stockage pour les photos et les films',
  limitPhotos: 'Jusqu’à {{count}} photos dans un film',
  limitDuration: 'Des films jusqu’à {{duration}}',
  subscription: 'Abonnement',
  subscriptionNone: 'Vous avez le forfait gratuit. Il n’y a rien à payer.',
  subscription_active: 'Actif',
  subscription_past_due: 'Paiement en attente',
  subscription_canceled: 'Terminé',
  subscriptionUntil: 'Payé jusqu’au {{date}}.',
  subscriptionDueText:
    'Le dernier paiement n’a pas abouti, ce sont donc les limites du forfait gratuit qui s’appliquent.',
  subscriptionEndedText:
    'L’abonnement est terminé, ce sont donc les limites du forfait gratuit qui s’appliquent.',
  invoices: 'Factures',
  invoicesNone: 'Pas encore de factures.',
  invoice: 'Facture',
  invoiceDate: 'Date',
  invoicePeriod: 'Période',
  invoiceAmount: 'Montant',
  invoiceStatus: 'État',
  invoiceOpen: 'Ouvrir la facture {{number}}',
  invoice_open: 'À payer',
  invoice_paid: 'Payée',
  invoice_void: 'Annulée',
  invoice_uncollectible: 'Non recouvrée',
  limitJobs_one: '{{count}} film à la fois dans la file',
  limitJobs_many: '{{count}} de films à la fois dans la file',
  limitJobs_other: '{{count}} films à la fois dans la file',
  avatar: 'Votre image',
  avatarChoose: 'Choisir une image',
  avatarChange: 'Changer d’image',
  avatarRemove: 'Retirer l’image',
  avatarHint:
    'N’importe quelle photo convient. Les personnes qui travaillent à vos projets la voient, personne d’autre.',
  avatarOpening: 'Ouverture de l’image…',
  avatarCrop: 'Choisissez la partie à montrer',
  avatarPreview: 'La photo que vous avez choisie. Ce qui est dans le cercle est montré.',
  avatarZoom: 'Plus près',
  avatarAcross: 'De gauche à droite',
  avatarDown: 'De haut en bas',
  avatarUse: 'Utiliser cette image',
  avatarSaving: 'Enregistrement…',
  avatarSaved: 'Votre nouvelle image est enregistrée.',
  avatarRemoved: 'Votre image a été retirée.',
  language: 'Langue',
  languageHint: 'Vous suit sur tous les appareils où vous vous connectez.',
  places: 'Lieux dans les photos',
  placesLead:
    'Les appareils photo et les téléphones inscrivent dans chaque photo où elle a été prise, souvent à la maison près.',
  keepPlaces: 'Garder les lieux et les heures dans les photos enregistrées',
  keepPlacesOff:
    'Désactivé : chaque photo est refaite avant de quitter cet appareil et ne contient plus que l’image. Ce qu’elle disait du lieu, de l’heure et de l’appareil reste chez vous.',
  keepPlacesOn:
    'Activé : le lieu exact et l’heure sont inscrits dans les photos enregistrées. Vous les retrouvez dans votre copie de tout.',
  placesTown:
    'Dans les deux cas, le nom de la ville la plus proche est gardé, pour les chapitres de vos films.',
  placesShared:
    'Les personnes avec qui vous partagez un projet peuvent télécharger ses photos, avec ce qu’elles contiennent.',
  placesEarlier:
    'Cela vaut pour les photos que vous ajouterez désormais. Pour un film en particulier, vous pouvez choisir autrement en le créant.',
  devices: 'Appareils',
  thisDevice: 'Cet appareil',
  thisBrowser: 'Ce navigateur',
  elsewhere: 'Partout ailleurs',
  elsewhereText:
    'Vous êtes resté connecté sur un ordinateur qui n’est pas le vôtre, ou avez perdu un téléphone ? Mettez-y fin ici. Cet appareil reste connecté.',
  elsewhereEnd: 'Se déconnecter partout ailleurs',
  elsewhereAsk:
    'Se déconnecter de tous vos autres appareils ? Les films en cours y sont arrêtés, et reprennent quand vous vous reconnectez.',
  elsewhereYes: 'Déconnecter les autres',
  elsewhereEnded: 'C’est fait. Les autres seront déconnectés d’ici une heure.',
  changePlan: 'Changer de forfait',
  changePlanLead:
    'Vous payez sur la page de notre prestataire de paiement, qui s’ouvre dans un nouvel onglet. Résiliez quand vous voulez.',
  changePlanRunning:
    'Modifiez, payez ou résiliez votre abonnement sur la page de notre prestataire de paiement, qui s’ouvre dans un nouvel onglet.',
  choosePlan: 'Choisir {{plan}}',
  openPortal: 'Gérer votre abonnement',
  paymentAwaited:
    'Nous attendons des nouvelles de votre paiement. Cette page change d’elle-même à leur arrivée.',
  stillPaid:
    'Vous payez le forfait {{plan}}. Supprimer le compte n’y met pas fin : résiliez d’abord l’abonnement, sur la page Forfait et utilisation.',
} satisfies Words<typeof english>

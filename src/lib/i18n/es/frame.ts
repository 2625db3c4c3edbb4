import type { frame as english } from '../en/frame'
import type { Words } from '../Words'

export const frame = {
  navigation: 'Principal',
  nav_projects: 'Proyectos',
  nav_media: 'Mediateca',
  nav_queue: 'Cola',
  nav_settings: 'Ajustes',
  nav_billing: 'Plan',
  openNavigation: 'Abrir el menú',
  connection_live: 'En directo',
  connection_reconnecting: 'Reconectando…',
  connection_offline: 'Sin conexión',
  collapse: 'Estrechar la barra lateral',
  expand: 'Ensanchar la barra lateral',
  justNow: 'ahora mismo',
  editorFailedTitle: 'El editor dejó de funcionar',
  editorFailedText: 'Tus cambios se guardaron hasta donde fue posible. El resto de la página sigue.',
  playerFailedTitle: 'El reproductor dejó de funcionar',
  playerFailedText: 'Tu película está a salvo: aún se puede descargar.',
  partFailedTitle: 'Esta parte de la página dejó de funcionar',
  partFailedText: 'El resto de la página sigue, y no se ha perdido nada de lo guardado.',
  loadFailed: 'Esto no se pudo cargar',
  backToProjects: 'Volver a tus proyectos',
  notHereOffline: 'Esto no está en este dispositivo. Aparecerá en cuanto vuelvas a tener conexión.',
  offline: 'No tienes conexión.',
  lastUpdated: 'Última actualización: {{ago}}.',
  waiting_one: '{{count}} cambio se guardará cuando vuelvas a tener conexión.',
  waiting_many: '{{count}} de cambios se guardarán cuando vuelvas a tener conexión.',
  waiting_other: '{{count}} cambios se guardarán cuando vuelvas a tener conexión.',
  newVersion: 'Hay una versión nueva lista.',
  newVersionTake: 'Recargar',
  newVersionBusy:
    'Hay una versión nueva lista. Se podrá cargar cuando termine la película en curso y se haya enviado todo.',
  notKept:
    'Este dispositivo no tiene sitio para guardar tu cambio. Deja esta página abierta hasta que vuelvas a tener conexión.',
  yourProfile: '{{name}}, tu perfil',
} satisfies Words<typeof english>

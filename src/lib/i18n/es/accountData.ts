import type { accountData as english } from '../en/accountData'
import type { Words } from '../Words'

export const accountData = {
  title: 'Tus datos',
  lead: 'Llévatelo todo: tus fotos, películas y música tal como son, y un archivo con lo demás, como proyectos y textos.',
  collect: 'Obtener una copia de todo',
  looking: 'Mirando qué hay…',
  waiting: 'Otra pestaña está reuniendo tus datos. Esta espera hasta que termine.',
  collecting: 'Reuniendo tus datos',
  collected: '{{done}} de {{files}} archivos · {{size}} de {{all}}',
  collectingLead:
    'Mientras tanto puedes ver otras páginas. Si cierras esta pestaña, la próxima vez continúa desde aquí.',
  collectingNotKept:
    'Este navegador no guarda nada al cerrar la página (¿una ventana privada?), así que déjala abierta hasta que hayas guardado el archivo.',
  stop: 'Detener',
  goOn: 'Continuar',
  discard: 'Descartar lo reunido',
  stopped: 'Detenido. Lo que ya está aquí no se vuelve a descargar.',
  stoppedNotKept: 'Detenido. Lo que ya está aquí no se vuelve a descargar mientras esta página siga abierta.',
  keptEarlier: 'Ya habías empezado antes. Lo que ya está aquí no se vuelve a descargar.',
  needsRoom: '{{reason}} Hacen falta unos {{size}}.',
  ready: 'Tu copia está lista: un archivo ZIP de {{size}}.',
  missing_one:
    'No se pudo obtener {{count}} archivo: se eliminó entretanto o se perdió en el almacenamiento.',
  missing_many:
    'No se pudieron obtener {{count}} de archivos: se eliminaron entretanto o se perdieron en el almacenamiento.',
  missing_other:
    'No se pudieron obtener {{count}} archivos: se eliminaron entretanto o se perdieron en el almacenamiento.',
  save: 'Guardar el archivo ZIP',
  afterSaving: 'Cuando lo hayas guardado, elimina la copia que conserva este navegador.',
  removeCopy: 'Eliminar la copia',

  music: 'Tu música',
  musicLead:
    'Pistas que has añadido a películas. Cuentan para tu almacenamiento, igual que las fotos y las películas.',
  musicNone: 'Aún no hay. Cuando añadas un archivo de música a una película, se guardará aquí.',
  musicFacts: '{{duration}} · {{size}}',
  musicRemove: 'Eliminar {{name}}',
  musicRemoved:
    'Se eliminó «{{name}}». Las películas que la usan tendrán música compuesta cuando se vuelvan a crear.',

  deleteTitle: 'Eliminar la cuenta',
  deleteLead:
    'Elimina todas tus fotos, películas, música y proyectos, también para las personas con quienes los compartes, y después la propia cuenta.',
  delete: 'Eliminar la cuenta',
  deleteQuestion: '¿Eliminar tu cuenta?',
  deleteText:
    'Se elimina todo: fotos, películas, música y proyectos, también los que compartes. Nadie puede recuperar nada. Si más adelante puedes querer algo, obtén antes una copia de todo.',
  yourEmail: 'Tu correo',
  typeEmail: 'Para confirmar, escribe {{email}}',
  emailDiffers: 'Este no es el correo de esta cuenta: {{email}}',
  deleteNow: 'Eliminar todo',
  deleting: 'Eliminando…',

  closingTitle: 'Se está eliminando tu cuenta',
  closingText:
    'Si algo lo interrumpe, continúa por sí solo en cuanto vuelvas a iniciar sesión, en cualquier dispositivo.',
  closingProgress: 'Eliminando tus archivos',
  closingFiles: '{{done}} de {{files}} archivos eliminados',
  closingOffline: 'Sin conexión. Continúa en cuanto la haya.',
  closingStop: 'Detener y conservar lo que queda',
  closingKeeping: 'Deteniendo…',
  closingAgain: 'Seguir eliminando',
  kept: 'Tu cuenta se queda. Lo que se eliminó antes de detenerlo ya no está.',
  deleted: 'Tu cuenta y todo su contenido se han eliminado.',
} satisfies Words<typeof english>

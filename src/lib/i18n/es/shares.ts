import type { shares as english } from '../en/shares'
import type { Words } from '../Words'

export const shares = {
  send: 'Enviar la película',
  title: 'Enviar «{{title}}»',
  file: 'El archivo',
  fileText: 'A un chat, un correo o una unidad, desde este dispositivo.',
  sendFile: 'Enviar el archivo',
  sendNow: 'Listo: enviar ahora',
  fetching: 'Obteniendo el archivo: {{percent}}',
  fetchFailed: 'No se pudo obtener el archivo. Revisa tu conexión e inténtalo de nuevo.',
  sent: 'Entregado',
  download: 'Descargar el archivo',
  tooLarge:
    'Con {{size}}, esta película es demasiado grande para pasarla a otra aplicación. Descárgala o envía un enlace.',

  links: 'Un enlace',
  linksText:
    'Quien lo tenga puede ver y guardar esta película sin tener cuenta. No verá nada más de lo tuyo.',
  lasts: 'Funciona durante',
  days_1: 'Un día',
  days_7: 'Una semana',
  days_30: 'Un mes',
  days_365: 'Un año',
  create: 'Crear enlace',
  newLink: 'Enlace a la película',
  once: 'Cópialo ahora: no guardamos copia, así que no se volverá a mostrar.',
  copy: 'Copiar enlace',
  copied: 'Copiado',
  copyFailed: 'Tu navegador no nos dejó copiarlo. Selecciona el enlace y cópialo tú.',
  sendLink: 'Enviar enlace',
  open: 'Enlaces que funcionan',
  madeBy: 'Creado el {{date}} por {{name}}',
  madeByYou: 'Creado el {{date}}',
  until: 'Hasta el {{date}}',
  revoke: 'Terminar',
  revokeNamed: 'Terminar el enlace que dura hasta el {{date}}',
  revokeAsk: '¿Terminar este enlace? Quien lo tenga ya no podrá ver la película.',
  revokeYes: 'Terminar enlace',
  revokeNo: 'Mantener',
  revoked: 'El enlace ha terminado.',
  onlyEditors: 'Los enlaces los crean las personas que pueden editar este proyecto.',
} satisfies Words<typeof english>

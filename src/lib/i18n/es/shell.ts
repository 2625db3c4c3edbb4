import type { shell as english } from '../en/shell'
import type { Words } from '../Words'

export const shell = {
  documentTitle: '{{page}} · PhotoMemory',
  skip: 'Saltar al contenido',
  language: 'Idioma',
  loading: 'Cargando',
  cancel: 'Cancelar',
  close: 'Cerrar',
  tryAgain: 'Intentar de nuevo',
  reload: 'Recargar la página',
  home: 'Inicio',
  homeTitle: 'Tus fotos, en una película que querrás guardar',
  homeLead:
    'Arrastra las imágenes de un día, un viaje, un año. PhotoMemory las ordena, les da movimiento y las convierte en una película.',
  homePoint1: 'Hecha en tu dispositivo',
  homePoint1Text:
    'La película se crea en tu propio navegador. Ningún servicio de renderizado ve jamás tus fotos.',
  homePoint2: 'Se mueve como el cine',
  homePoint2Text:
    'Panorámicas suaves, fundidos delicados, tu título y tus textos. Los retratos se ven enteros.',
  homePoint3: 'Tuya para siempre',
  homePoint3Text: 'Descarga un archivo Full HD que se ve en todas partes. Tu mediateca es solo tuya.',
  failureTitle: 'Esta página dejó de funcionar',
  failureText:
    'No se ha perdido nada de lo guardado. Inténtalo de nuevo; si vuelve a ocurrir, el informe de abajo ayuda a averiguar por qué.',
  uncaught: 'Algo salió mal',
  uncaughtText: 'No se ha perdido nada de lo guardado. Si algo no funciona ahora, recarga la página.',
  dialogFailed: 'No se pudo abrir. Recarga la página e inténtalo de nuevo.',
  report: 'Informe técnico',
  copyReport: 'Copiar el informe',
  copied: 'Copiado',
  outdatedTitle: 'Hay una versión más nueva',
  outdatedText:
    'Esta pestaña es más antigua que lo que hay en el servidor. Recarga la página para continuar.',
  unloadedTitle: 'No se pudo cargar esta página',
  unloadedText: 'Revisa tu conexión y después recarga la página.',
  notFoundTitle: 'Aquí no hay nada',
  notFoundText: 'Quizá la dirección esté mal escrita, o se haya eliminado lo que había aquí.',
  storageFull:
    'El almacenamiento de tu navegador está lleno, así que esto solo dura hasta que cierres la pestaña.',
  storageOff:
    'Tu navegador no guarda nada de esta página, así que esto solo dura hasta que cierres la pestaña.',
  messages: 'Mensajes ({{key}})',
  closeMessage: 'Cerrar este mensaje',
} satisfies Words<typeof english>

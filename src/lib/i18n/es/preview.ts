import type { preview as english } from '../en/preview'
import type { Words } from '../Words'

export const preview = {
  label: 'Vista previa',
  show: 'Vista previa',
  close: 'Cerrar la vista previa',
  nothingToShow: 'No hay ninguna foto que mostrar.',
  screen: 'Vista previa de {{title}}',
  play: 'Reproducir',
  pause: 'Pausar',
  starting: 'Empezando la música…',
  opening: 'Abriendo la vista previa…',
  stepBack: 'Atrás un fotograma',
  stepForward: 'Adelante un fotograma',
  position: 'Momento de la película',
  positionAt: '{{at}} de {{total}}',
  mute: 'Silenciar',
  unmute: 'Activar el sonido',
  soundFailed: 'No se pudo reproducir la música; esta es la película sin ella.',
  photoMissing: 'No se pudo cargar una foto de este momento. Revisa tu conexión e inténtalo de nuevo.',
  photoUnreadable: 'No se puede leer ninguna de las fotos.',
  broken: 'Este navegador no puede mostrar la vista previa. Aun así, la película se puede crear.',
  tryAgain: 'Intentar de nuevo',
  rate: '{{rate}}×',
} satisfies Words<typeof english>

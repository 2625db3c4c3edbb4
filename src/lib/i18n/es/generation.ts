import type { generation as english } from '../en/generation'
import type { Words } from '../Words'

export const generation = {
  progressLabel: 'Progreso de la película',
  stage_queued: 'Esperando en la cola',
  stage_retrying: 'Pronto se intenta de nuevo',
  stage_paused: 'En pausa',
  stage_preparing: 'Preparando las fotos',
  stage_rendering: 'Creando la película',
  stage_finishing: 'Terminando el archivo',
  stage_uploading: 'Guardando la película',
  status_queued: 'En cola',
  status_processing: 'En curso',
  status_completed: 'Lista',
  status_failed: 'Con error',
  status_cancelled: 'Cancelada',
  timeLeft: 'Quedan unos {{time}}',
  attempt: 'Intento {{attempt}}',
  newCut: 'Nueva versión',
  newCutText:
    'Las fotos y los textos de «{{title}}» con otra duración o forma, como película propia. Las películas que tienes se quedan.',
  makeCut: 'Crear esta versión',
  cutSeconds: '{{seconds}} s',
  cutMinutes: '{{minutes}} min',
  openToContinue:
    'La página que la estaba creando está cerrada. Abre esta página en un navegador que cree películas para continuar.',
  othersOpenToContinue: 'Continúa cuando quien la pidió abra esta página de nuevo.',
  noRoom:
    'En este dispositivo no queda sitio para la película: necesita unos {{size}}. Libera espacio y seguirá sola, o abre esta página en otro dispositivo.',
  noRoomAtAll:
    'En este dispositivo no queda sitio para la película. Libera espacio y seguirá sola, o abre esta página en otro dispositivo.',
  tryNow: 'Intentar ahora',
  skipped_one: 'Una foto no se pudo leer y no está en esta película: {{names}}.',
  skipped_many: '{{count}} de fotos no se pudieron leer y no están en esta película: {{names}}.',
  skipped_other: '{{count}} fotos no se pudieron leer y no están en esta película: {{names}}.',
  skippedMore: '{{more}} más',
  skippedUnknown: 'una foto que se ha quitado desde entonces',
  skippedCount_one: 'Una foto no se pudo leer y no está en esta película.',
  skippedCount_many: '{{count}} de fotos no se pudieron leer y no están en esta película.',
  skippedCount_other: '{{count}} fotos no se pudieron leer y no están en esta película.',
  keepOpen: 'Se crea en tu navegador: deja una pestaña abierta hasta que esté lista.',
  cannotMake:
    'Este navegador no puede crear películas. Abre esta página en un Chrome o Edge reciente en un ordenador: lo que espera se creará allí.',
  lookAtCut: 'Verla primero',
} satisfies Words<typeof english>

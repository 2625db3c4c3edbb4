import type { refusals as english } from '../en/refusals'
import type { Words } from '../Words'

export const refusals = {
  no_photos: 'Añade primero al menos una foto.',
  monthly_quota: 'Has usado todas las películas de este mes. Un plan mayor te da más.',
  storage_quota: 'Tu almacenamiento está lleno. Elimina proyectos cuyas películas ya no necesites.',
  too_many_active: 'Ya se están creando bastantes películas. Espera a que termine una.',
  no_such_track: 'Esta música ya no está aquí. Elige otra.',
  already_running: 'Esta película ya se está creando.',
  lease_lost: 'Otra pestaña u otro dispositivo se ha hecho cargo de esta película.',
  bad_email: 'Este correo no parece correcto. Comprueba que no haya erratas.',
  own_email: 'Esta es tu propia dirección. Ya tienes este proyecto.',
  already_member: 'Esta persona ya está en el proyecto.',
  too_many_members: 'Un proyecto puede tener cincuenta personas como máximo.',
  too_many_invitations:
    'Demasiadas invitaciones tuyas esperan respuesta. Retira una o espera a que respondan algunas.',
  invitation_gone: 'Esta invitación ya no está abierta. Pide una nueva.',
  stale_rev: 'Alguien cambió esto entretanto. Recarga para ver la versión más reciente.',
  photo_limit: 'Son más fotos de las que tu plan permite en una película.',
  duration_limit: 'Esta película es más larga de lo que permite tu plan.',
  request_key_used: 'Esta película ya se había pedido. Recarga la página.',
  terminal_state: 'Esta película ya ha terminado.',
  illegal_transition: 'Esta película ya ha terminado.',
  worker_lost:
    'La pestaña que creaba esta película se cerró demasiadas veces. Inténtalo de nuevo y déjala abierta.',
  too_many_handovers:
    'La pestaña que creaba esta película se cerró demasiadas veces. Inténtalo de nuevo y déjala abierta.',
  sign_in: 'Se ha cerrado tu sesión. Vuelve a iniciarla.',
  account_gone: 'Esta cuenta se ha eliminado.',
  account_closing:
    'Esta cuenta se está eliminando, así que no se crea ni se guarda nada nuevo. Recarga la página para detener la eliminación.',
  account_kept: 'Esta cuenta se queda: alguien ha detenido su eliminación.',

  no_such_upload: 'El archivo subido no llegó. Inténtalo de nuevo.',
  too_many_uploads: 'Demasiadas subidas a la vez. Espera unos minutos e inténtalo de nuevo.',
  larger_than_reserved: 'El archivo cambió mientras se subía. Inténtalo de nuevo.',
  unsupported_type: 'Este tipo de archivo no se puede guardar.',
  bad_size: 'Este archivo es demasiado grande para guardarlo.',
  timeout: 'La conexión va demasiado lenta ahora mismo. Inténtalo de nuevo.',
  gone: 'La subida tardó demasiado. Inténtalo de nuevo.',
  files_remain: 'Algunos archivos no se pudieron eliminar. Inténtalo de nuevo.',

  already_registered: 'Esta foto ya está en tu mediateca.',
  bad_request: 'El servidor no entendió esta página. Recárgala e inténtalo de nuevo.',
  foreign_path: 'El servidor no entendió esta página. Recárgala e inténtalo de nuevo.',
  immutable: 'Esto ya no se puede cambiar. Recarga la página.',

  unsupported_codec:
    'Este navegador no puede codificar vídeo. Usa una versión reciente de Chrome, Edge, Firefox o Safari.',
  encoder_failed: 'El codificador de vídeo se detuvo. Cierra otras pestañas pesadas e inténtalo de nuevo.',
  photo_unreadable: 'No se pudo leer una foto de esta película.',
  track_unreadable: 'El archivo de música de esta película no se pudo reproducir aquí. Elige otro.',
  storage_full: 'En este dispositivo no queda espacio. Libera un poco e inténtalo de nuevo.',
  worker_crashed:
    'La creación de la película se detuvo de forma inesperada, quizá por falta de memoria. Inténtalo de nuevo.',

  not_a_photo: 'Este archivo no es una foto que podamos leer.',
  not_a_track: 'Este archivo no es música que podamos leer. Prueba con un archivo MP3, M4A, WAV, OGG o FLAC.',
  not_heard: 'Ahora mismo no se pudo escuchar esta música. Revisa tu conexión y elígela de nuevo.',
  empty_file: 'Este archivo está vacío.',
  too_large: 'Este archivo es demasiado grande.',
  too_long: 'Esta música dura más de cuatro horas. Elige un archivo más corto.',
  too_many_pixels: 'Esta imagen tiene demasiados píxeles. Guarda una copia más pequeña y elige esa.',
  unreadable: 'Esta foto está dañada y no se puede abrir.',
  not_read: 'Ahora mismo no se pudo leer esta foto. Revisa tu conexión y elígela de nuevo.',
  duplicate: 'Esta foto ya está en la película.',
  share_too_large: 'Era más de lo que se puede compartir de una vez. Añádelo aquí.',
  too_many_photos: 'Son más fotos de las que caben en una película.',
  file_gone: 'Este archivo se movió o se eliminó. Elígelo de nuevo.',
  storage_blocked:
    'Otra pestaña tiene abierta una versión anterior. Cierra las demás pestañas de esta página.',
  storage_unavailable: 'Este navegador no guarda borradores en este dispositivo (¿ventana privada?).',
  newer_version: 'Hay una versión más nueva de esta página abierta en otro lugar. Recarga esta pestaña.',
  copy_lost: 'Lo que se había reunido en este dispositivo ya no está. Empieza de nuevo.',
  earlier_draft: 'Hay un borrador anterior en este dispositivo. Elige con cuál de los dos te quedas.',
  not_waiting: 'Esta película ya no está en espera.',
  not_finished: 'Esta película aún no está terminada.',
  too_many_shares: 'No puede haber más de veinte enlaces a una película a la vez. Termina uno primero.',
} satisfies Words<typeof english>

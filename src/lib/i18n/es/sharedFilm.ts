import type { sharedFilm as english } from '../en/sharedFilm'
import type { Words } from '../Words'

export const sharedFilm = {
  sharedFilm: {
    loading: 'Abriendo la película',
    pageTitle: 'Película compartida',
    player: 'Película «{{title}}»',
    facts: '{{length}} · se puede ver hasta el {{date}}',
    until: 'Se puede ver hasta el {{date}}',
    download: 'Descargar',
    failed: 'No se pudo reproducir la película aquí.',
    gone: 'Esta película no está aquí',
    goneText: 'Puede que el enlace haya terminado o esté mal escrito. Pide uno nuevo a quien te lo envió.',
    unreachable: 'No se pudo abrir la película',
    unreachableText: 'Revisa tu conexión y vuelve a intentarlo.',
    madeWith: 'Hecha con PhotoMemory: tus fotos, en una película que querrás guardar.',
    makeOne: 'Crea la tuya',
  },
} satisfies Words<typeof english>

import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import type { Draft } from '@/domain/draft'
import {
  aspectRatioSchema,
  DESCRIPTION_MAX,
  DURATION_MAX_SECONDS,
  DURATION_MIN_SECONDS,
  durationSecondsSchema,
  styleSchema,
  TITLE_MAX,
} from '@/domain/project'
import { fileFormatSchema, resolutionSchema } from '@/domain/video'
import { checkedBy } from '@/lib/checkedBy'
import { t } from '@/lib/i18n'
import type { DraftWishes } from '@/stores/draft.slice'
import { useVideoStore } from '@/stores/video.store'

const FIELDS = [
  'title',
  'description',
  'style',
  'durationSeconds',
  'aspectRatio',
  'resolution',
  'format',
] as const satisfies readonly (keyof DraftWishes)[]
/** What the form holds. Music, track, frame rate and places are no text: their controls are bound to the store. */
export type FormWishes = Pick<DraftWishes, (typeof FIELDS)[number]>

const formSchema = () =>
  z.object({
    title: z
      .string()
      .trim()
      .min(1, t('draft.titleMissing'))
      .max(TITLE_MAX, t('draft.titleTooLong', { max: TITLE_MAX })),
    description: z.string().max(DESCRIPTION_MAX, t('draft.descriptionTooLong', { max: DESCRIPTION_MAX })),
    style: styleSchema,
    durationSeconds: z.custom<number>(
      (value) => durationSecondsSchema.safeParse(value).success,
      durationRange(),
    ),
    aspectRatio: aspectRatioSchema,
    resolution: resolutionSchema,
    format: fileFormatSchema,
  })

const durationRange = () =>
  t('draft.durationRange', { min: DURATION_MIN_SECONDS, max: DURATION_MAX_SECONDS / 60 })

/**
 * The form of the draft.
 *
 * [Note: what is typed and what is kept]
 * The store owns the draft; the form owns the characters in its fields, which may not be valid yet (a duration of
 * "1" on the way to "15"). Each valid change goes to the store, each change of the store that did not come from here
 * (restored, started over, samples) comes back. Typing renders nothing but the field.
 */
export function useProjectForm() {
  const [schema] = useState(formSchema)
  const form = useForm<FormWishes>({
    resolver: checkedBy(schema),
    defaultValues: wishesOf(useVideoStore.getState().draft),
    shouldFocusError: false,
  })

  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values }) => {
          const { draft, editDraft } = useVideoStore.getState()
          const changed = changes(values, draft)
          if (Object.keys(changed).length > 0) editDraft(changed)
        },
      }),
    [form],
  )
  useEffect(
    () =>
      useVideoStore.subscribe(({ draft }, { draft: before }) => {
        if (draft === before) return
        if (draft.id !== before.id) return form.reset(wishesOf(draft))
        for (const field of FIELDS) {
          const isNews = draft[field] !== before[field] && draft[field] !== form.getValues(field)
          if (isNews) form.setValue(field, draft[field], { shouldValidate: form.formState.isSubmitted })
        }
      }),
    [form],
  )
  return form
}

function wishesOf(draft: Draft): FormWishes {
  const { title, description, style, durationSeconds, aspectRatio, resolution, format } = draft
  return { title, description, style, durationSeconds, aspectRatio, resolution, format }
}

function changes(values: FormWishes, draft: Draft): Partial<FormWishes> {
  const isDuration = durationSecondsSchema.safeParse(values.durationSeconds).success
  const usable = FIELDS.filter((field) => field !== 'durationSeconds' || isDuration)
  return Object.fromEntries(
    usable.filter((field) => values[field] !== draft[field]).map((field) => [field, values[field]]),
  )
}

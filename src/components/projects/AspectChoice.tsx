import type { ComponentProps } from 'react'
import { ASPECT_RATIOS, type AspectRatio } from '@/domain/project'
import { t } from '@/lib/i18n'
import { ChipRadios } from './ChipRadios'

const NAMES = { '16:9': 'wide', '9:16': 'tall', '1:1': 'square', '4:5': 'portrait' } as const
const SHAPES: Record<AspectRatio, string> = {
  '16:9': 'aspect-video w-5',
  '9:16': 'aspect-[9/16] h-5',
  '1:1': 'aspect-square w-4',
  '4:5': 'aspect-[4/5] h-5',
}

type AspectChoiceProps = { label: string; radio: (ratio: AspectRatio) => ComponentProps<'input'> }

/** The shape of the picture, drawn and named. */
export function AspectChoice({ label, radio }: AspectChoiceProps) {
  return (
    <ChipRadios
      label={label}
      radio={radio}
      choices={ASPECT_RATIOS.map((value) => ({
        value,
        text: t(`draft.aspect_${NAMES[value]}`),
        picture: <span aria-hidden className={`rounded-mark border-2 ${SHAPES[value]}`} />,
      }))}
    />
  )
}

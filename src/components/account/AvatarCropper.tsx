import { useEffect, useRef, type ReactNode } from 'react'
import { BlobImage } from '@/components/ui/BlobImage'
import { AVATAR_ZOOM_MAX, settled, squareOf, type Framing } from '@/domain/avatar'
import { useDrag } from '@/hooks/useDrag'
import { t } from '@/lib/i18n'
import type { Portrait } from '@/media/portrait'

type AvatarCropperProps = {
  portrait: Portrait
  framing: Framing
  onMove: (framing: Framing) => void
  children: ReactNode
}

/**
 * A round window over a photo, which is moved under it: with the pointer, or with the three sliders, which do all of it.
 * The parts that are cut off show dimly, so that one sees what there is to be found.
 */
export function AvatarCropper({ portrait, framing, onMove, children }: AvatarCropperProps) {
  const { left, top, edge } = squareOf(portrait, framing)
  const { width, height } = portrait
  const stage = useDrag<HTMLDivElement>((dx, dy, size) =>
    onMove(
      settled(portrait, {
        ...framing,
        x: (left + edge / 2 - (dx / size) * edge) / width,
        y: (top + edge / 2 - (dy / size) * edge) / height,
      }),
    ),
  )
  const first = useRef<HTMLDivElement>(null)
  useEffect(() => first.current?.querySelector('input')?.focus({ preventScroll: true }), [])
  const part = (length: number) => `${(length / edge) * 100}%`
  return (
    <div className="grid gap-5 sm:grid-cols-[auto_1fr] sm:items-center sm:gap-8">
      <div
        {...stage}
        className="relative mx-auto size-64 cursor-grab touch-none overflow-hidden rounded-card bg-sunken select-none active:cursor-grabbing"
      >
        <BlobImage
          blob={portrait.picture}
          alt={t('account.avatarPreview')}
          draggable={false}
          className="absolute max-w-none"
          style={{ width: part(width), height: part(height), left: part(-left), top: part(-top) }}
        />
        <span
          aria-hidden
          className="pointer-events-none absolute inset-0 rounded-full shadow-around ring-2 ring-on-film/80 ring-inset"
        />
      </div>
      <div ref={first} className="grid gap-4">
        <Slider
          label={t('account.avatarZoom')}
          value={(framing.zoom - 1) / (AVATAR_ZOOM_MAX - 1)}
          onChange={(value) =>
            onMove(settled(portrait, { ...framing, zoom: 1 + value * (AVATAR_ZOOM_MAX - 1) }))
          }
        />
        <Slider
          label={t('account.avatarAcross')}
          value={width > edge ? left / (width - edge) : null}
          onChange={(value) =>
            onMove(settled(portrait, { ...framing, x: (value * (width - edge) + edge / 2) / width }))
          }
        />
        <Slider
          label={t('account.avatarDown')}
          value={height > edge ? top / (height - edge) : null}
          onChange={(value) =>
            onMove(settled(portrait, { ...framing, y: (value * (height - edge) + edge / 2) / height }))
          }
        />
        {children}
      </div>
    </div>
  )
}

type SliderProps = { label: string; value: number | null; onChange: (value: number) => void }

/** Without a value there is nothing to move in this direction. */
function Slider({ label, value, onChange }: SliderProps) {
  return (
    <label className="grid gap-1 text-sm font-medium">
      {label}
      <input
        type="range"
        min={0}
        max={100}
        value={Math.round((value ?? 0.5) * 100)}
        disabled={value === null}
        onChange={({ currentTarget }) => onChange(currentTarget.valueAsNumber / 100)}
        className="h-6 w-full cursor-pointer rounded-full accent-accent disabled:cursor-default disabled:opacity-40"
      />
    </label>
  )
}

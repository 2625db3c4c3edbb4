import Sparkles from 'lucide-react/icons/sparkles'
import { Button } from '@/components/ui/Button'
import type { Painting } from '@/hooks/useSamplePhotos'
import { t } from '@/lib/i18n'

type SampleOfferProps = { painting: Painting | null; disabled: boolean; onSamples: () => void }

const ART = ['/art/meadow.svg', '/art/peaks.svg', '/art/sea.svg']

/** For whoever has no photos here: pictures painted on the spot, and how many are done. */
export function SampleOffer({ painting, disabled, onSamples }: SampleOfferProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-3 rounded-card bg-sunken p-4">
      <div aria-hidden className="flex shrink-0 -space-x-5 pl-1 max-sm:hidden">
        {ART.map((src) => (
          <img
            key={src}
            src={src}
            alt=""
            className="size-12 rounded-small border-2 border-sunken object-cover even:translate-y-1"
          />
        ))}
      </div>
      <div className="min-w-0 flex-1 basis-52">
        <p className="font-medium">{t('draft.samplesTitle')}</p>
        <p className="mt-0.5 text-sm text-pretty text-muted">{t('draft.samplesText')}</p>
      </div>
      <Button onClick={onSamples} aria-disabled={disabled}>
        <Sparkles aria-hidden className="size-4.5 text-accent" strokeWidth={1.75} />
        {painting
          ? t('draft.samplesPainting', {
              done: Math.min(painting.done + 1, painting.total),
              total: painting.total,
            })
          : t('draft.samples')}
      </Button>
    </div>
  )
}

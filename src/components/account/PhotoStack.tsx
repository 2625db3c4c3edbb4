import Play from 'lucide-react/icons/play'

const PRINTS = [
  { src: '/art/meadow.svg', place: '-rotate-9 -translate-x-[24%] -translate-y-[30%] scale-82' },
  { src: '/art/peaks.svg', place: 'rotate-7 translate-x-[26%] -translate-y-[20%] scale-86' },
  { src: '/art/sea.svg', place: '-rotate-2 translate-y-[14%]' },
]

/** Photo prints, the top one already a film. Decoration: it says nothing the words do not. */
export function PhotoStack() {
  return (
    <div aria-hidden className="relative aspect-[4/3] w-[min(72%,30rem)]">
      {PRINTS.map(({ src, place }) => (
        <div
          key={src}
          className={`absolute inset-0 rounded-small bg-on-film p-[3%] pb-[9%] shadow-lifted ring-1 ring-scrim/5 ${place}`}
        >
          <img src={src} alt="" className="size-full rounded-mark object-cover" />
        </div>
      ))}
      <div className="absolute inset-0 grid translate-y-[11%] place-items-center">
        <span className="grid size-18 place-items-center rounded-full bg-on-film/90 text-on-film-accent shadow-lifted">
          <Play className="ml-1 size-8 fill-current" strokeWidth={1.5} />
        </span>
      </div>
    </div>
  )
}

import type { Style } from '@/domain/project'

/** The same little landscape as each style would show it. Decoration only. */
export function StyleArt({ style }: { style: Style }) {
  return (
    <span aria-hidden className="pointer-events-none relative block aspect-[2/1] overflow-hidden bg-black">
      {ART[style]}
    </span>
  )
}

const Landscape = ({ className = '' }: { className?: string }) => (
  <span className={`absolute inset-0 bg-[linear-gradient(#9cc9e8,#fbe3bd_62%,#f7c98b)] ${className}`}>
    <span className="absolute top-[24%] left-[58%] size-[18%] rounded-full bg-[#fff6d6] [aspect-ratio:1] [height:auto]" />
    <span className="absolute inset-0 bg-[#6f8fa8] [clip-path:polygon(0_72%,22%_40%,38%_62%,58%_30%,82%_64%,100%_48%,100%_100%,0_100%)]" />
    <span className="absolute inset-0 bg-[#41684f] [clip-path:polygon(0_86%,30%_68%,60%_82%,100%_66%,100%_100%,0_100%)]" />
  </span>
)

const ART: Record<Style, React.ReactNode> = {
  classic: (
    <>
      <Landscape className="scale-110" />
      <span className="absolute inset-0 bg-[radial-gradient(ellipse_at_center,transparent_55%,rgb(40_20_5/0.35))]" />
      <span className="absolute inset-0 bg-[linear-gradient(115deg,rgb(255_236_205/0.5),transparent_45%)]" />
    </>
  ),
  modern: (
    <>
      <Landscape className="contrast-125 saturate-150" />
      <span className="absolute inset-0 bg-[#ff5a36] mix-blend-multiply [clip-path:polygon(62%_0,100%_0,100%_100%,44%_100%)]" />
      <span className="absolute bottom-[16%] left-[8%] h-[9%] w-[34%] rounded-full bg-white" />
      <span className="absolute bottom-[33%] left-[8%] h-[9%] w-[20%] rounded-full bg-white/70" />
    </>
  ),
  cinematic: (
    <>
      <Landscape className="brightness-75 contrast-125 hue-rotate-[8deg] saturate-[0.85]" />
      <span className="absolute inset-0 bg-[linear-gradient(200deg,rgb(255_140_40/0.45),rgb(0_70_90/0.6))] mix-blend-soft-light" />
      <span className="absolute inset-x-0 top-0 h-[14%] bg-black" />
      <span className="absolute inset-x-0 bottom-0 h-[14%] bg-black" />
    </>
  ),
  vintage: (
    <span className="absolute inset-0 bg-[#efe3cb]">
      <span className="absolute inset-[9%] overflow-hidden rounded-[3px]">
        <Landscape className="brightness-105 contrast-75 sepia-[0.7]" />
        <span className="absolute inset-0 bg-[radial-gradient(ellipse_at_center,transparent_40%,rgb(90_50_10/0.4))]" />
      </span>
    </span>
  ),
}

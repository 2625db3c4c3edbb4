import type { ComponentType } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'

type Segment<Value extends string> = {
  value: Value
  text: string
  Icon: ComponentType<{ 'aria-hidden': true; className: string; strokeWidth: number }>
}
type SegmentedChoiceProps<Value extends string> = {
  label: string
  value: Value
  segments: readonly Segment<Value>[]
  onChoose: (value: Value) => void
  /** Show the words beside the icons. */
  hasWords?: boolean
}

/** One of two or three ways to look at the same, side by side. */
export function SegmentedChoice<Value extends string>({
  label,
  value,
  segments,
  onChoose,
  hasWords = false,
}: SegmentedChoiceProps<Value>) {
  return (
    <RadioGroup
      aria-label={label}
      orientation="horizontal"
      value={value}
      onChange={(chosen) => {
        const segment = segments.find((one) => one.value === chosen)
        if (segment) onChoose(segment.value)
      }}
      className="flex min-h-12 gap-1 rounded-control border border-line-strong/60 bg-surface p-1"
    >
      {segments.map(({ value: own, text, Icon }) => (
        <Radio
          key={own}
          value={own}
          {...(!hasWords && { 'aria-label': text })}
          className="flex min-w-10 cursor-pointer items-center justify-center gap-2 rounded-small px-2.5 text-sm font-medium text-muted transition-colors duration-quick hover:text-ink data-focus-visible:outline-2 data-focus-visible:outline-accent data-selected:bg-accent-soft data-selected:text-accent-strong"
        >
          <Icon aria-hidden className="size-4.5 shrink-0" strokeWidth={1.75} />
          {hasWords && text}
        </Radio>
      ))}
    </RadioGroup>
  )
}

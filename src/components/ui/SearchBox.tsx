import Search from 'lucide-react/icons/search'
import { useEffect, useRef, useState } from 'react'
import { inputClass } from './TextField'

/** How long typing rests before it is searched for. */
const REST_MS = 250

type SearchBoxProps = {
  label: string
  placeholder: string
  search: string
  onSearch: (search: string) => void
}

/** What is typed runs ahead of the address; an address that changes otherwise (back, a link) comes into the box. */
export function SearchBox({ label, placeholder, search, onSearch }: SearchBoxProps) {
  const [text, setText] = useState(search)
  const told = useRef(search)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    if (search === told.current) return
    told.current = search
    clearTimeout(timer.current)
    setText(search)
  }, [search])
  useEffect(() => () => clearTimeout(timer.current), [])
  // Told when typing rests: by then the address may say more than it did at the letter.
  const latest = useRef(onSearch)
  useEffect(() => {
    latest.current = onSearch
  }, [onSearch])

  const tell = (typed: string) => {
    clearTimeout(timer.current)
    told.current = typed.trim()
    latest.current(told.current)
  }
  return (
    <div className="relative min-w-0 flex-1 basis-48">
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-3.5 size-4.5 -translate-y-1/2 text-muted"
      />
      <input
        type="search"
        aria-label={label}
        placeholder={placeholder}
        value={text}
        maxLength={120}
        className={`${inputClass} pl-10.5 [&::-webkit-search-cancel-button]:grayscale`}
        onChange={({ target: { value } }) => {
          setText(value)
          clearTimeout(timer.current)
          timer.current = setTimeout(() => tell(value), REST_MS)
        }}
        onKeyDown={({ key }) => key === 'Enter' && tell(text)}
      />
    </div>
  )
}

import { useRef, useState, type ChangeEvent, type FormEvent } from 'react'
import { safeParse, type z } from 'zod/mini'

// [Note: the first form] The page that a stranger sees first has two fields. react-hook-form, which the other forms are
// made with, is a sixteenth of all that is downloaded until then, so this one form does without.

type Errors<Values> = Partial<Record<keyof Values, string>>

/**
 * A form of text fields, checked by a schema when it is sent and, where something was wrong, at each letter from then on.
 * While it is on its way it is not sent again. The first field that is wrong has the focus.
 */
export function useFirstForm<Values extends Record<string, string>>(
  schema: z.core.$ZodType<Values, Values>,
  initial: Values,
  send: (values: Values) => Promise<void>,
) {
  const [values, setValues] = useState(initial)
  const [errors, setErrors] = useState<Errors<Values>>({})
  const [isSending, setSending] = useState(false)
  const inputs = useRef(new Map<keyof Values, HTMLInputElement>())

  const errorsOf = (typed: Values): Errors<Values> => {
    const found: Errors<Values> = {}
    for (const { path, message } of safeParse(schema, typed).error?.issues ?? []) {
      const name: keyof Values = String(path[0])
      found[name] ??= message
    }
    return found
  }
  const register = <Name extends keyof Values & string>(name: Name) => ({
    name,
    value: values[name],
    error: errors[name],
    ref: (input: HTMLInputElement | null) => {
      if (input) inputs.current.set(name, input)
      else inputs.current.delete(name)
    },
    onChange: ({ target }: ChangeEvent<HTMLInputElement>) => {
      const typed = { ...values, [name]: target.value }
      setValues(typed)
      if (errors[name] !== undefined) setErrors({ ...errors, [name]: errorsOf(typed)[name] })
    },
  })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (isSending) return
    // A password manager may fill fields in without a word.
    let typed = values
    for (const [name, { value }] of inputs.current) typed = { ...typed, [name]: value }
    setValues(typed)
    const { data, error } = safeParse(schema, typed)
    const found = errorsOf(typed)
    setErrors(found)
    if (error) {
      const first = Object.keys(initial).find((name) => found[name] !== undefined)
      inputs.current.get(first ?? '')?.focus()
      return
    }
    setSending(true)
    await send(data).finally(() => setSending(false))
  }
  return { values, register, submit, isSending }
}

/**
 * A translation of some English words: the same keys, sentences for sentences. Forms of number (`count_one`, `count_many`, …)
 * are those that the language has, so only `_other` is asked for here; words.test.ts asks `Intl.PluralRules` for the rest.
 */
export type Words<English> = {
  readonly [Key in keyof English as Key extends `${string}_one` ? never : Key]: English[Key] extends string
    ? string
    : Words<English[Key]>
} & { readonly [form: `${string}_one` | `${string}_many`]: string }

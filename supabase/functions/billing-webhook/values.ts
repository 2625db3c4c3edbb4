/** Looking into JSON of somebody else's. */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json | undefined }
export type JsonRecord = { [name: string]: Json | undefined }

export const isRecord = (value: Json | undefined): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A text that is no novel. */
export const isText = (value: Json | undefined): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= 255

/** Seconds since 1970, before the year 5000. */
export const isTime = (value: Json | undefined): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 95_617_584_000

export const isoTime = (seconds: number) => new Date(seconds * 1000).toISOString()

/** The entries of a list as the provider answers lists: `{"object": "list", "data": [ … ]}`. */
export const entriesOf = (list: Json | undefined): JsonRecord[] =>
  isRecord(list) && Array.isArray(list.data) ? list.data.filter(isRecord) : []

/** A thing is named by its id, or is there in full. */
export function idOf(value: Json | undefined): string | null {
  if (isText(value)) return value
  return isRecord(value) && isText(value.id) ? value.id : null
}

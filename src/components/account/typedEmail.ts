import { useLocation } from 'react-router-dom'
import * as z from 'zod/mini'

const stateSchema = z.object({ email: z.string() })

/** For the `state` of a link between the account pages: nobody types their email twice. */
export const withEmail = (email: string) => ({ email: email.trim() }) satisfies z.output<typeof stateSchema>

/** The email that was typed on the page that led here; empty when none was. */
export function useTypedEmail(): string {
  return stateSchema.safeParse(useLocation().state).data?.email ?? ''
}

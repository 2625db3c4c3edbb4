import { Link, type LinkProps } from 'react-router-dom'

/** A link in the running text of the account pages. */
export function AccountLink(props: Omit<LinkProps, 'className'>) {
  return <Link {...props} className="font-medium text-accent underline underline-offset-4" />
}

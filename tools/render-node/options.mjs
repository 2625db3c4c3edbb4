import { parseArgs } from 'node:util'

export const HELP = `npm run render-node -- --url URL [options]

Makes the films of one person on this computer, without a screen, until it is stopped (Ctrl C gives back what is being made).

  --url URL           where the app is, such as https://films.example
  --count N           how many films at the same time, each in a browser of its own (default 1, at most 16)
  --name NAME         what the queue calls it; of several, each gets a number (default "Node")
  --session FILE      keep the sign-in here, readable by you alone (mode 0600), and use it the next time
  --stop-when-empty   end when nothing waits any more

Sign-in: RENDER_NODE_EMAIL and RENDER_NODE_PASSWORD in the environment, or the file of --session. Neither is ever printed.
`

/** What is wrong with how it was called; its message is for the person. */
export class UsageError extends Error {}

const MOST = 16

/**
 * @param {string[]} args of the command line
 * @param {Record<string, string | undefined>} env
 */
export function readOptions(args, env) {
  let values
  try {
    ;({ values } = parseArgs({
      args,
      options: {
        url: { type: 'string' },
        count: { type: 'string', default: '1' },
        name: { type: 'string', default: 'Node' },
        session: { type: 'string' },
        'stop-when-empty': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }))
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
  if (values.help) return { help: true }
  const origin = originOf(values.url)
  const count = Number(values.count)
  if (!Number.isInteger(count) || count < 1 || count > MOST)
    throw new UsageError(`--count is a number from 1 to ${MOST}`)
  const email = env.RENDER_NODE_EMAIL
  const password = env.RENDER_NODE_PASSWORD
  const account = email && password ? { email, password } : null
  if (!account && values.session === undefined)
    throw new UsageError(
      'Set RENDER_NODE_EMAIL and RENDER_NODE_PASSWORD, or name the file of an earlier --session',
    )
  return {
    help: false,
    origin,
    account,
    sessionFile: values.session ?? null,
    names: Array.from({ length: count }, (_, n) => (count === 1 ? values.name : `${values.name} ${n + 1}`)),
    stopWhenEmpty: values['stop-when-empty'],
  }
}

/** @param {string | undefined} text */
function originOf(text) {
  if (text === undefined) throw new UsageError('--url says where the app is')
  try {
    const url = new URL(text)
    if (/^https?:$/.test(url.protocol)) return url.origin
  } catch {
    // Said below.
  }
  throw new UsageError(`${text} is no address of a website`)
}

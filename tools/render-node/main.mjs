/** `npm run render-node`: makes films on this computer without a screen. See ./options.mjs for how it is called. */
import { SignInFailed, startNode } from './node.mjs'
import { HELP, readOptions, UsageError } from './options.mjs'
import { readSessions, writeSessions } from './sessionFile.mjs'

const LOOK_MS = 1_000
const KEEP_MS = 60_000
/** Nothing to do for so long counts as empty: a film that has just been asked for may still be on its way here. */
const EMPTY_MS = 6_000

const words = {
  starting: 'getting ready',
  unable: 'this browser cannot make films',
  standby: 'another tab is at it',
  resting: 'resting: the battery is low',
  noRoom: 'no space left on this device',
  waiting: 'waiting for films',
  making: 'making a film',
  stopping: 'giving the film back',
  stopped: 'stopped',
}

async function run() {
  const options = readOptions(process.argv.slice(2), process.env)
  if (options.help) return process.stdout.write(HELP)
  const { origin, account, sessionFile, names, stopWhenEmpty } = options
  const kept = sessionFile === null ? [] : await readSessions(sessionFile, origin)
  if (!account && kept.length < names.length)
    throw new UsageError(
      `${sessionFile} has ${kept.length} of ${names.length} sessions: set RENDER_NODE_EMAIL and RENDER_NODE_PASSWORD once`,
    )

  const stopped = new AbortController()
  const stop = () => stopped.abort()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
  const nodes = []
  const keep = async () => {
    if (sessionFile === null) return
    const sessions = await Promise.all(nodes.map((node) => node.session().catch(() => undefined)))
    const good = sessions.filter((entry) => entry !== undefined)
    if (good.length > 0) await writeSessions(sessionFile, origin, good)
  }
  try {
    for (const [index, name] of names.entries()) {
      if (stopped.signal.aborted) break
      nodes.push(await startNode({ origin, name, account, session: kept[index] }))
      say(name, 'is open')
    }
    await keep()
    await watch(nodes, { signal: stopped.signal, stopWhenEmpty, keep })
  } finally {
    await Promise.all(nodes.map((node) => node.close()))
    const last = await Promise.all(nodes.map((node) => node.look().catch(() => null)))
    await keep().catch(() => undefined)
    await Promise.all(nodes.map((node) => node.end()))
    const made = last.reduce((sum, found) => sum + (found?.made ?? 0), 0)
    if (nodes.length > 0) console.log(`${made} ${made === 1 ? 'film' : 'films'} made`)
  }
}

/** Tells of every change, until there is nothing more to do. */
async function watch(nodes, { signal, stopWhenEmpty, keep }) {
  const told = new Map()
  let emptySince = null
  let keptAt = Date.now()
  while (!signal.aborted) {
    let isEmpty = true
    for (const node of nodes) {
      const found = await node.look().catch(() => null)
      if (!found) {
        if (signal.aborted) return
        say(node.name, 'is opened again')
        await node.revive()
        isEmpty = false
        continue
      }
      if (found.state === 'unable') throw new UsageError(`${node.name}: ${words.unable}`)
      isEmpty &&= found.state === 'waiting'
      const line = `${words[found.state] ?? found.state} (${found.made} made${found.failed > 0 ? `, ${found.failed} failed` : ''})`
      if (told.get(node.name) !== line) say(node.name, line)
      told.set(node.name, line)
    }
    emptySince = isEmpty ? (emptySince ?? Date.now()) : null
    if (stopWhenEmpty && emptySince !== null && Date.now() - emptySince > EMPTY_MS) return
    if (Date.now() - keptAt > KEEP_MS) {
      keptAt = Date.now()
      await keep()
    }
    await pause(LOOK_MS, signal)
  }
}

const say = (name, text) => console.log(`[${name}] ${text}`)

const pause = (milliseconds, signal) =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
  })

try {
  await run()
} catch (error) {
  // Never the whole error of the browser's driver: it repeats what was typed into the form.
  const isOurs = error instanceof UsageError || error instanceof SignInFailed
  const text = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
  console.error(isOurs ? text : `The render node stopped: ${withoutSecrets(text)}`)
  process.exitCode = isOurs ? 2 : 1
}

function withoutSecrets(text) {
  const secrets = [process.env.RENDER_NODE_PASSWORD, process.env.RENDER_NODE_EMAIL].filter(Boolean)
  return secrets.reduce((clean, secret) => clean.replaceAll(secret, '•••'), text)
}

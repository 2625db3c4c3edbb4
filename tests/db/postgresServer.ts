import { spawn, execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'

export const OLDEST_POSTGRES = 15

export const HOW_TO_INSTALL = `No PostgreSQL server ${OLDEST_POSTGRES} or newer was found (looked for initdb in PATH, /usr/lib/postgresql, /usr/pgsql-* and Homebrew).
Install one: \`sudo apt-get install postgresql\` (Debian, Ubuntu), \`sudo dnf install postgresql-server\` (Fedora) or \`brew install postgresql@17\` (macOS).`

/** The `bin` folder of the newest server on this machine. */
function findServer(): string | undefined {
  const below = (folder: string, pattern: RegExp, rest: string) =>
    existsSync(folder)
      ? readdirSync(folder)
          .filter((name) => pattern.test(name))
          .map((name) => path.join(folder, name, rest))
      : []
  const places = [
    ...below('/usr/lib/postgresql', /^\d+$/, 'bin'),
    ...below('/usr', /^pgsql-\d+$/, 'bin'),
    ...below('/opt/homebrew/opt', /^postgresql@\d+$/, 'bin'),
    ...below('/usr/local/opt', /^postgresql@\d+$/, 'bin'),
    ...(process.env.PATH ?? '').split(path.delimiter),
  ]
  return places
    .filter((place) => existsSync(path.join(place, 'initdb')) && existsSync(path.join(place, 'postgres')))
    .map((place) => ({ place, version: serverVersion(place) }))
    .filter(({ version }) => version >= OLDEST_POSTGRES)
    .sort((a, b) => b.version - a.version)[0]?.place
}

function serverVersion(place: string): number {
  try {
    const answer = execFileSync(path.join(place, 'postgres'), ['--version'], { encoding: 'utf8' })
    return Number(/(\d+)/.exec(answer)?.[1] ?? 0)
  } catch {
    return 0
  }
}

/** PostgreSQL refuses to run as root: then somebody harmless runs it. */
function serverAccount(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const account =
    accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody')
  if (!account)
    throw new Error('Running as root, and there is no account `postgres` or `nobody` for the server.')
  return { uid: Number(account[2]), gid: Number(account[3]) }
}

export interface PostgresServer {
  /** The folder of its Unix socket: what `pg` takes as host. It listens nowhere else. */
  host: string
  stop(): Promise<void>
}

/** Starts a throw-away server in a temporary folder. Rejects with HOW_TO_INSTALL when there is none to start. */
export async function startPostgres(): Promise<PostgresServer> {
  const place = findServer()
  if (!place) throw new Error(HOW_TO_INSTALL)
  const account = serverAccount()
  // Another account cannot be expected to get into root's own temporary folder. Short: a socket's path has 107 bytes.
  const folder = mkdtempSync(path.join(account.uid === undefined ? tmpdir() : '/tmp', 'pm-db-'))
  const data = path.join(folder, 'data')
  mkdirSync(data, { mode: 0o700 })
  if (account.uid !== undefined && account.gid !== undefined) {
    for (const owned of [folder, data]) chownSync(owned, account.uid, account.gid)
  }
  const initdb = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  execFileSync(path.join(place, 'initdb'), initdb, { ...account, cwd: folder, stdio: 'pipe' })

  // No network; and nothing here has to outlive a crash.
  const options = [
    'listen_addresses=',
    `unix_socket_directories=${folder}`,
    'fsync=off',
    'full_page_writes=off',
    'synchronous_commit=off',
    'max_connections=80',
    // While it analyses a table no page of that database becomes all-visible: the plans of a test would depend on the moment.
    'autovacuum=off',
  ]
  const server = spawn(
    path.join(place, 'postgres'),
    ['-D', data, ...options.flatMap((option) => ['-c', option])],
    { ...account, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let log = ''
  server.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()))
  const exited = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const kill = () => server.kill('SIGQUIT')
  process.once('exit', kill)

  const stop = async () => {
    process.off('exit', kill)
    server.kill('SIGINT')
    await exited
    rmSync(folder, { recursive: true, force: true })
  }
  for (const started = Date.now(); ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const client = new Client({ host: folder, user: 'postgres', database: 'postgres' })
    try {
      await client.connect()
      await client.end()
      return { host: folder, stop }
    } catch (cause) {
      if (server.exitCode === null && Date.now() - started < 30_000) continue
      await stop()
      throw new Error(`PostgreSQL did not start:\n${log}`, { cause })
    }
  }
}

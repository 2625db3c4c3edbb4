import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const greeting = z.union([
  z.object({ url: z.string(), publishableKey: z.string(), start: z.string() }),
  z.object({ refused: z.string() }),
])

export interface ServerProcess {
  pid: number
  /** What it said first: where it answers, or why it does not start. */
  said: z.infer<typeof greeting>
  /** `SIGKILL` gives it no time for anything. Resolves when it is gone. */
  kill(signal: NodeJS.Signals): Promise<void>
}

export async function startProcess(dataDirectory: string): Promise<ServerProcess> {
  const script = fileURLToPath(new URL('./serverMain.mjs', import.meta.url))
  const child = spawn(process.execPath, [script, dataDirectory], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const said = greeting.parse(JSON.parse(await firstLine(child)))
  return {
    pid: child.pid ?? 0,
    said,
    kill: async (signal) => {
      child.kill(signal)
      await ended
    },
  }
}

function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('no output')
  const lines = createInterface(child.stdout)
  return new Promise((resolve, reject) => {
    lines.once('line', resolve)
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
}

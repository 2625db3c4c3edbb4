/**
 * `npm test`: everything, two steps at a time, stopping at the first that fails. Quick steps come first, then those that
 * take long, the longest first, so that both lanes end together. What a step says is printed when it has ended.
 */
import { spawn } from 'node:child_process'

/** Names beginning with `test:` and the like are package.json's; `needs` have passed before. */
const steps = [
  { name: 'build:wasm' },
  { name: 'typecheck', needs: ['build:wasm'] },
  { name: 'format:check' },
  { name: 'lint', needs: ['build:wasm'] },
  { name: 'lint:deps' },
  { name: 'lint:licences' },
  { name: 'build', command: ['npx', 'vite', 'build', '--logLevel', 'warn'], needs: ['build:wasm'] },
  { name: 'size', needs: ['build'] },
  // Its two workers are two lanes: beside another one people of the tests would wait longer than people do.
  { name: 'test:e2e', command: ['npx', 'playwright', 'test'], needs: ['build'], isAlone: true },
  { name: 'test:unit', needs: ['build:wasm'] },
  { name: 'test:embedded' },
  { name: 'test:browser', command: ['npx', 'vitest', 'run', '--project', 'browser'], needs: ['build:wasm'] },
  { name: 'test:db' },
]
const LANES = 2
/** Somebody watches: a minute without a word is long. */
const REPORT_MILLISECONDS = 60_000

const started = Date.now()
const waiting = [...steps]
const passed = new Set()
const running = new Map()
const seconds = (since) => `${Math.round((Date.now() - since) / 1000)} s`

/** Ends a step with everything it has started: Playwright stops its server, which would keep the port, for SIGINT alone. */
function end({ pid }) {
  if (process.platform === 'win32') spawn('taskkill', ['/pid', String(pid), '/t', '/f'])
  else process.kill(-pid, 'SIGINT')
}

function start({ name, command = ['npm', 'run', '--silent', name], isAlone = false }) {
  const isWindows = process.platform === 'win32'
  const [file, ...parameters] = command
  const child = spawn(file, parameters, {
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: isWindows,
    detached: !isWindows,
  })
  const step = { child, began: Date.now(), isAlone }
  running.set(name, step)
  console.log(`── ${name}: started`)
  const said = []
  child.stdout.on('data', (data) => said.push(data))
  child.stderr.on('data', (data) => said.push(data))
  child.on('close', (status) => {
    running.delete(name)
    if (process.exitCode) {
      // Its output would push out of sight why the other one failed.
      console.log(`── ${name}: ended after ${seconds(step.began)}, for the one that failed`)
    } else {
      process.stdout.write(Buffer.concat(said))
      console.log(`── ${name}: ${status === 0 ? 'passed' : 'failed'} in ${seconds(step.began)}`)
      if (status === 0) passed.add(name)
      else fail(status ?? 1)
    }
    next()
  })
}

function fail(status) {
  if (process.exitCode) return
  process.exitCode = status
  waiting.length = 0
  for (const { child } of running.values()) end(child)
}

function next() {
  while (running.size < LANES) {
    const index = waiting.findIndex(({ needs = [] }) => needs.every((name) => passed.has(name)))
    const isAlone = [waiting[index], ...running.values()].some((step) => step?.isAlone)
    if (index < 0 || (isAlone && running.size > 0)) break
    start(...waiting.splice(index, 1))
  }
  if (running.size > 0) return
  clearInterval(report)
  if (!process.exitCode) console.log(`\nEverything passed in ${seconds(started)}`)
}

const report = setInterval(() => {
  const now = [...running].map(([name, { began }]) => `${name} for ${seconds(began)}`)
  console.log(`── still at work: ${now.join(', ')}`)
}, REPORT_MILLISECONDS)
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => fail(130))
next()

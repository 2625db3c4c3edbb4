/** `npm test`: everything, in order of speed, stopping at the first world that fails. */
import { spawnSync } from 'node:child_process'

const steps = [
  'build:wasm',
  'typecheck',
  'format:check',
  'lint',
  'lint:deps',
  'lint:licences',
  'test:unit',
  'test:db',
  'test:embedded',
  'build',
  'size',
  'test:browser',
  'test:e2e',
]

const started = Date.now()
const seconds = (since) => `${Math.round((Date.now() - since) / 1000)} s`
for (const step of steps) {
  const stepStarted = Date.now()
  console.log(`\n── ${step}`)
  const { status } = spawnSync('npm', ['run', '--silent', step], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  console.log(`── ${step}: ${status === 0 ? 'passed' : 'failed'} in ${seconds(stepStarted)}`)
  if (status !== 0) process.exit(status ?? 1)
}
console.log(`\nEverything passed in ${seconds(started)}`)

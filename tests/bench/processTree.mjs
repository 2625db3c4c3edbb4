/** Memory and CPU time of a process and all its descendants, from /proc. Elsewhere than on Linux: null. */
import { readdirSync, readFileSync } from 'node:fs'

const read = (path) => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return '' // The process has ended meanwhile.
  }
}
/** Fields after the command, which may hold spaces: [state, parent, …]. */
const stat = (pid) =>
  read(`/proc/${pid}/stat`)
    .replace(/^.*\) /s, '')
    .split(' ')

/** @param {number} root */
export function processTree(root) {
  const pids = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
  const parents = new Map(pids.map((pid) => [pid, Number(stat(pid)[1])]))
  const inTree = (pid) => {
    for (let at = pid; at; at = parents.get(at)) if (at === root) return true
    return false
  }
  return pids.filter(inTree)
}

/** Processes that a process has started itself and that still run. */
export const childrenOf = (parent) => processTree(parent).filter((pid) => Number(stat(pid)[1]) === parent)

/** @returns {number} proportional set size in MB: memory shared between the processes counts once. */
export function treeMegabytes(root) {
  const kilobytes = processTree(root).map((pid) =>
    Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0),
  )
  return kilobytes.reduce((sum, value) => sum + value, 0) / 1024
}

/** @returns {number} user and system time in seconds. */
export function treeCpuSeconds(root) {
  const ticks = processTree(root).map((pid) => {
    const fields = stat(pid)
    return Number(fields[11] ?? 0) + Number(fields[12] ?? 0)
  })
  return ticks.reduce((sum, value) => sum + value, 0) / 100
}

/** Asking four times a second took a twentieth of two cores (perf: `smaps_account`): films were slower for being watched. */
const WATCH_MILLISECONDS = 1500

/** Watches the memory of a tree. @returns {() => number} stops and gives the peak in MB. */
export function watchMegabytes(root) {
  let peak = treeMegabytes(root)
  const timer = setInterval(() => {
    peak = Math.max(peak, treeMegabytes(root))
  }, WATCH_MILLISECONDS)
  return () => {
    clearInterval(timer)
    return peak
  }
}

import { expect, test } from 'vitest'
import { placeOf, readWorker, workerText, type Worker } from './worker'

const me: Worker = { kind: 'tab', tab: '11111111', device: 'aaaaaaaa', name: 'Chrome · Linux' }

test('what is said with a claim is read back as it was', () => {
  for (const worker of [me, { ...me, kind: 'node' as const, name: 'Attic: the old PC' }])
    expect(readWorker(workerText(worker))).toEqual(worker)
})

test('the longest name still fits into the column with everything before it', () => {
  expect(workerText({ ...me, kind: 'node', name: 'ü'.repeat(200) }).length).toBeLessThanOrEqual(80)
})

test.each([null, '', 'web:12345678', 'tab:1:2:x', 'TAB:11111111:aaaaaaaa:x'])('%o says nothing', (text) => {
  expect(readWorker(text)).toBeNull()
  expect(placeOf(text, me)).toEqual({ where: 'elsewhere' })
})

test('this tab, another tab of this browser, another device and a render node are told apart', () => {
  const from = (worker: Partial<Worker>) => placeOf(workerText({ ...me, ...worker }), me)
  expect(from({})).toEqual({ where: 'here' })
  expect(from({ tab: '22222222' })).toEqual({ where: 'otherTab' })
  expect(from({ tab: '22222222', device: 'bbbbbbbb', name: 'Edge · Windows' })).toEqual({
    where: 'device',
    name: 'Edge · Windows',
  })
  expect(from({ tab: '22222222', device: 'bbbbbbbb', name: '' })).toEqual({ where: 'elsewhere' })
  expect(from({ kind: 'node', tab: '22222222', name: 'Attic' })).toEqual({ where: 'node', name: 'Attic' })
  expect(from({ kind: 'node' })).toEqual({ where: 'here' })
})

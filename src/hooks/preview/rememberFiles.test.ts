import { expect, test } from 'vitest'
import { rememberFiles } from './rememberFiles'

test('a file is read again only when others have been asked for since', async () => {
  const asked: string[] = []
  const { read } = rememberFiles((key) => {
    asked.push(key)
    return Promise.resolve(new Blob([key]))
  }, 2)
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) expect(await (await read(key)).text()).toBe(key)
  expect(asked).toEqual(['a', 'b', 'c', 'b'])
})

test('what failed is asked for again', async () => {
  let isDown = true
  const { read } = rememberFiles(() =>
    isDown ? Promise.reject(new Error('down')) : Promise.resolve(new Blob(['a'])),
  )
  await expect(read('a')).rejects.toThrow('down')
  isDown = false
  await expect(read('a')).resolves.toBeInstanceOf(Blob)
})

test('what is let go is no longer read, and can be asked for anew', async () => {
  const signals: AbortSignal[] = []
  const files = rememberFiles((_key, signal) => {
    signals.push(signal)
    return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
  })
  const before = files.read('a')
  files.letGo()
  await expect(before).rejects.toThrow('aborted')
  void files.read('a')
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, false])
})

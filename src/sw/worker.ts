import { readPageMessage } from '@/domain/appCaches'
import { SHARE_PATH } from '@/domain/sharedPhotos'
import { answerAsset, answerFile, answerPage, renewPage } from './answer'
import { forgetBuilds } from './forgetBuilds'
import { keepBuild, keepUsed } from './keepBuild'
import { rememberLanguage } from './language'
import type { Build, WorkerScope } from './scope'
import { forgetStaleShares, takeShare } from './takeShare'
import { wayOf } from './wayOf'

declare const self: WorkerScope
declare const __BUILD__: Build

const build = __BUILD__
const { origin } = self.location
const known = { origin, sharePath: SHARE_PATH, files: build.files }

// It waits until a page asks it to take over, or all pages are closed: see [Note: a newer build waits].
self.addEventListener('install', (event) => event.waitUntil(keepBuild(build)))
self.addEventListener('activate', (event) => event.waitUntil(forgetBuilds(build, self.registration)))

self.addEventListener('message', (event) => {
  const message = readPageMessage(event.data)
  if (message?.type === 'activate') event.waitUntil(self.skipWaiting())
  if (message?.type === 'started') event.waitUntil(tidy(message))
})

async function tidy({ used, language }: { used: string[]; language: string }): Promise<void> {
  await rememberLanguage(language)
  // Before older builds go: they may have it.
  await keepUsed(build, used, origin)
  await forgetBuilds(build, self.registration)
  await forgetStaleShares()
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { method, mode, url, headers } = request
  const way = wayOf({ method, mode, url, hasRange: headers.has('range') }, known)
  switch (way) {
    case 'page':
      event.respondWith(answerPage(request, build))
      event.waitUntil(renewPage(build))
      return
    case 'file':
      event.respondWith(answerFile(request, build))
      return
    case 'asset':
      event.respondWith(answerAsset(request, build))
      return
    case 'share':
      event.respondWith(takeShare(request))
      return
    case 'past':
      return
    default:
      way satisfies never
  }
})

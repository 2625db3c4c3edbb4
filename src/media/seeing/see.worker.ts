import '@/lib/withoutEval'
import { expose } from 'comlink'
import { log } from '@/lib/log'
import type { SeeingWorker } from './protocol'
import { seePhoto } from './seePhoto'

const worker: SeeingWorker = {
  see: async (file, facts) => {
    try {
      return await seePhoto(file, facts)
    } catch (error) {
      log.info('A photo was not looked at', error)
      return null
    }
  },
}

expose(worker)

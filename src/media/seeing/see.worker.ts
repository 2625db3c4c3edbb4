import { expose } from 'comlink'
import type { SeeingWorker } from './protocol'
import { seePhoto } from './seePhoto'

const worker: SeeingWorker = {
  see: async (file, facts) => {
    try {
      return await seePhoto(file, facts)
    } catch (error) {
      console.info('A photo was not looked at:', String(error))
      return null
    }
  },
}

expose(worker)

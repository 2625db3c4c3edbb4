import '@/lib/withoutEval'
import { createLeaseLoop, type LeaseCommand } from './leaseLoop'

const obey = createLeaseLoop((event) => postMessage(event))
addEventListener('message', ({ data }: MessageEvent<LeaseCommand>) => obey(data))

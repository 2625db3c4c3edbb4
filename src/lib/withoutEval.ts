import { config } from 'zod/mini'

// zod tries `new Function` to be faster; under our content security policy (docs/hosting/headers.mjs) the browser would report
// each try as an attack. Imported first of all by the page and by every worker, because schemas decide it when they are made.
config({ jitless: true })

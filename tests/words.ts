import '@/lib/i18n'
import { speak } from '@/lib/i18n/speak'
import { signedInWords } from '@/lib/i18n/signedIn'

// Every test finds all words of English, as a page does that has been opened.
await speak('en')
await signedInWords.coming

import { draft } from './draft'
import { editor } from './editor'
import { generation } from './generation'
import { members } from './members'
import { music } from './music'
import { notices } from './notices'
import { preview } from './preview'
import { projects } from './projects'

/** English, of the pages that a stranger never sees. */
export const signedIn = { draft, editor, generation, members, music, notices, preview, projects } as const

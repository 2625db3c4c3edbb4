import { accountData } from './accountData'
import { commands } from './commands'
import { dashboard } from './dashboard'
import { draft } from './draft'
import { editor } from './editor'
import { frame } from './frame'
import { generation } from './generation'
import { library } from './library'
import { members } from './members'
import { music } from './music'
import { notices } from './notices'
import { preview } from './preview'
import { projects } from './projects'
import { queue } from './queue'
import { reasons } from './reasons'
import { refusals } from './refusals'
import { settings } from './settings'
import { shares } from './shares'

export const signedIn = {
  account: settings,
  accountData,
  commands,
  dashboard,
  draft,
  editor,
  errors: refusals,
  generation,
  library,
  members,
  music,
  notices,
  preview,
  projects,
  queue,
  reasons,
  shares,
  shell: frame,
}
